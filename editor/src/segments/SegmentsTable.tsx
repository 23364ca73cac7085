import type { SegmentRow } from '@tabiji/shared/api/segments.ts';
import { conditionWords } from '@tabiji/shared/conditions/words.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { NamesOf } from '@tabiji/shared/nodes/define-node.ts';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.ts';
import { namesOf } from '../conditions/names.ts';
import type { Fmt } from '../fmt.ts';
import { useLocale } from '../i18n/locale.ts';
import { DataTable, type Column } from '../ui/DataTable.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { useFmt } from '../use-fmt.ts';
import { SegmentMenu } from './SegmentMenu.tsx';
import styles from './SegmentsTable.module.css';

/** Segments with their condition as a sentence. */
export function SegmentsTable({ segments }: { segments: readonly SegmentRow[] }) {
  const { t } = useTranslation('segments');
  const fmt = useFmt();
  const locale = useLocale();
  const { data: { templates, ranks } = { templates: [], ranks: [] } } = useQuery(queries.catalogue);
  const names = namesOf({ segments: [...segments], templates, ranks }, locale);
  const columns = columnsOf(t, fmt, locale, names);
  return <DataTable label={t('title')} columns={columns} rows={segments} keyOf={({ key }) => key} />;
}

function columnsOf(t: TFunction<'segments'>, fmt: Fmt, locale: Locale, names: NamesOf): Column<SegmentRow>[] {
  return [
    {
      id: 'name',
      title: t('columns.name'),
      cell: ({ key, name }) => (
        <TextLink to="/segments/$key" params={{ key }} className={styles.name}>
          {name}
        </TextLink>
      ),
    },
    {
      id: 'condition',
      title: t('columns.condition'),
      grows: true,
      cell: ({ condition }) => <span className={styles.condition}>{conditionWords(condition, locale, names)}</span>,
    },
    {
      id: 'members',
      title: t('columns.members'),
      isNumber: true,
      onPhone: true,
      cell: ({ members, refreshing }) => (
        <>
          {fmt.number(members)}
          {refreshing && <span className={styles.refreshing}>{t('refreshing')}</span>}
        </>
      ),
    },
    { id: 'actions', title: '', cell: (segment) => <SegmentMenu segment={segment} /> },
  ];
}
