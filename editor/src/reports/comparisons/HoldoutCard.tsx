import type { Difference, HoldoutReport } from '@tabiji/shared/api/reports.ts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Status } from '../../ui/Status.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import type { Fmt } from '../../fmt.ts';
import { useFmt } from '../../use-fmt.ts';
import styles from '../Reports.module.css';
import { Scrolls } from '../Scrolls.tsx';
import { Whisker } from './Whisker.tsx';

interface Row {
  id: 'share' | 'perPerson';
  treated: string;
  kept: string;
  difference: Difference;
  range: string;
}

/** People who were written to against those who were kept out by chance: buyers, and revenue per person. */
export function HoldoutCard({ holdout }: { holdout: HoldoutReport }) {
  const { t } = useTranslation('reports');
  const fmt = useFmt();
  const { scope, journeyId, journey, nodeName, days, treated, kept, isEnough, conversion, perPerson } = holdout;
  const each = (sum: number, people: number) => (people === 0 ? 0 : sum / people);
  const points = (share: number) => (100 * share).toFixed(1);
  const rows: Row[] = [
    {
      id: 'share',
      treated: fmt.percent(each(treated.buyers, treated.people)),
      kept: fmt.percent(each(kept.buyers, kept.people)),
      difference: conversion,
      range: t('experiments.range', { low: points(conversion.low), high: points(conversion.high) }),
    },
    {
      id: 'perPerson',
      treated: fmt.money(Math.round(each(treated.revenue, treated.people))),
      kept: fmt.money(Math.round(each(kept.revenue, kept.people))),
      difference: perPerson,
      range: t('holdouts.range', {
        low: fmt.money(Math.round(perPerson.low)),
        high: fmt.money(Math.round(perPerson.high)),
      }),
    },
  ];
  const title = t(`holdouts.scope.${scope}`, { node: nodeName ?? t('holdouts.step') });
  return (
    <Panel
      title={`${t('holdouts.title')}: ${scope === 'journey' ? (journey ?? '') : title}`}
      right={
        journeyId !== null && (
          <TextLink to="/journeys/$id" params={{ id: journeyId }} size="sm">
            {scope === 'journey' ? t('openJourney') : journey}
          </TextLink>
        )
      }
    >
      <Verdict isEnough={isEnough} difference={conversion} />
      {!isEnough && <p className={styles.help}>{t('holdouts.few', { days })}</p>}
      <Scrolls title={title}>
        <DataTable label={title} rows={rows} keyOf={({ id }) => id} columns={columnsOf(holdout, t, fmt)} />
      </Scrolls>
      <p className={styles.help}>{t('holdouts.help', { days })}</p>
    </Panel>
  );
}

function columnsOf({ treated, kept, isEnough }: HoldoutReport, t: TFunction<'reports'>, fmt: Fmt): Column<Row>[] {
  const group = (id: 'treated' | 'kept', people: number): Column<Row> => ({
    id,
    title: t('holdouts.group', { name: t(`holdouts.${id}`), people: fmt.number(people) }),
    isNumber: true,
    onPhone: true,
    cell: (row) => row[id],
  });
  return [
    {
      id: 'what',
      title: '',
      grows: true,
      cell: ({ id, range }) => (
        <>
          {t(`holdouts.${id}`)}
          {isEnough && <span className={styles.onPhone}>{t('holdouts.onPhone', { range })}</span>}
        </>
      ),
    },
    group('treated', treated.people),
    group('kept', kept.people),
    {
      id: 'difference',
      title: t('holdouts.difference'),
      cell: ({ difference, range }) => {
        if (!isEnough) return '–';
        return (
          <>
            <Whisker {...difference} most={Math.max(Math.abs(difference.low), Math.abs(difference.high))} />
            <span className={styles.second}>{range}</span>
          </>
        );
      },
    },
  ];
}

/** What can be said about the share of buyers. */
function Verdict({ isEnough, difference: { low, high } }: { isEnough: boolean; difference: Difference }) {
  const { t } = useTranslation('reports');
  const isTold = isEnough && (low > 0 || high < 0);
  const words = low > 0 ? t('holdouts.up') : high < 0 ? t('holdouts.down') : t('holdouts.unclear');
  return (
    <Status token={isTold ? (low > 0 ? 'start' : 'error') : 'wait'} isHollow={!isTold}>
      {isEnough ? words : t('experiments.undecided')}
    </Status>
  );
}
