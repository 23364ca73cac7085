import type { Mailing } from '@tabiji/shared/api/mailings.ts';
import { instantOf } from '@tabiji/shared/time/once.ts';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { queries } from '../../api/queries.ts';
import { useBecauseWords } from '../../customers/use-because-words.ts';
import type { Fmt } from '../../fmt.ts';
import { DataTable, type Column } from '../../ui/DataTable.tsx';
import { Status } from '../../ui/Status.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { useFmt } from '../../use-fmt.ts';
import { useWorkspaceNow } from '../../use-workspace-now.ts';
import styles from '../list/planned.module.css';
import { LOOKS } from './looks.ts';
import { isChangeable } from './plan-of.ts';
import { StopMailing } from './StopMailing.tsx';

/** Mailings, the newest first. */
export function MailingsTable({ mailings }: { mailings: readonly Mailing[] }) {
  const { t } = useTranslation(['planned', 'gate']);
  const { data: zone } = useQuery({ ...queries.workspace, select: ({ timeZone }) => timeZone });
  const columns = columnsOf(t, useFmt(), { now: useWorkspaceNow(), zone }, useBecauseWords());
  return <DataTable label={t('mailings.label')} columns={columns} rows={mailings} keyOf={({ id }) => id} />;
}

function columnsOf(
  t: TFunction<['planned', 'gate']>,
  fmt: Fmt,
  { now, zone }: { now: number; zone: string | undefined },
  because: (because: string) => string,
): Column<Mailing>[] {
  return [
    {
      id: 'name',
      title: t('mailings.columns.name'),
      grows: true,
      cell: ({ id, name, templateName, senderName }) => (
        <>
          <TextLink to="/journeys/$id" params={{ id }} search={{ show: 'results' }} className={styles.mail}>
            {name}
          </TextLink>
          <div className={styles.journey}>
            {senderName === null ? templateName : t('gate:mailing.by', { template: templateName, sender: senderName })}
          </div>
        </>
      ),
    },
    {
      id: 'state',
      title: t('mailings.columns.state'),
      onPhone: true,
      cell: ({ state }) => <Status {...LOOKS[state]}>{t(`mailings.state.${state}`)}</Status>,
    },
    {
      id: 'at',
      title: t('mailings.columns.at'),
      cell: ({ begins, at, zone: whose }) =>
        whose === 'workspace' || zone === undefined ? (
          fmt.compact(begins, now)
        ) : (
          <>
            {fmt.compact(instantOf(at, zone), now)}
            <div className={styles.journey}>{t('mailings.ownTime')}</div>
          </>
        ),
    },
    {
      id: 'to',
      title: t('mailings.columns.to'),
      cell: ({ segmentName }) => segmentName ?? t('mailings.everybody'),
    },
    { id: 'sent', title: t('mailings.columns.sent'), isNumber: true, cell: ({ sent }) => fmt.number(sent) },
    {
      id: 'unsent',
      title: t('mailings.columns.unsent'),
      isNumber: true,
      cell: ({ unsent }) => (
        <>
          {fmt.number(unsent.reduce((all, { count }) => all + count, 0))}
          {unsent[0] && <div className={styles.journey}>{because(unsent[0].because)}</div>}
        </>
      ),
    },
    {
      id: 'actions',
      title: '',
      onPhone: true,
      cell: (mailing) => (
        <div className={styles.actions}>
          {isChangeable(mailing) && (
            <TextLink
              to="/sending/$id"
              params={{ id: mailing.id }}
              aria-label={t('gate:mailing.changeNamed', { name: mailing.name })}
            >
              {t('gate:mailing.change')}
            </TextLink>
          )}
          <StopMailing mailing={mailing} />
        </div>
      ),
    },
  ];
}
