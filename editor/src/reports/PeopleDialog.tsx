import { Modal } from '@mantine/core';
import type { ReportPeople } from '@tabiji/shared/api/reports.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { reports, type PeopleAsked } from '../api/reports.ts';
import { useBecauseWords } from '../customers/use-because-words.ts';
import { DataTable, type Column } from '../ui/DataTable.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import type { Fmt } from '../fmt.ts';
import { useFmt } from '../use-fmt.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';
import styles from './Reports.module.css';

type Row = ReportPeople['people'][number];

/** Whose mails a figure counts, with a link to each customer. */
export function PeopleDialog({ title, asked, onClose }: { title: string; asked: PeopleAsked; onClose: () => void }) {
  const { t } = useTranslation('reports');
  const fmt = useFmt();
  const now = useWorkspaceNow();
  const becauseWords = useBecauseWords();
  const query = useInfiniteQuery(reports.people(asked));
  const columns = columnsOf({ t, fmt, now, becauseWords });
  return (
    <Modal opened onClose={onClose} title={title} size="xl" closeButtonProps={{ 'aria-label': t('people.close') }}>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ people }) => people);
          return (
            <>
              {rows.length === 0 && <p className={styles.help}>{t('people.none')}</p>}
              {rows.length > 0 && (
                <DataTable label={title} columns={columns} rows={rows} keyOf={({ messageId }) => messageId} />
              )}
              <MoreButton query={query} />
            </>
          );
        }}
      </Loaded>
    </Modal>
  );
}

interface Said {
  t: TFunction<'reports'>;
  fmt: Fmt;
  now: number;
  becauseWords: (because: string) => string;
}

const columnsOf = ({ t, fmt, now, becauseWords }: Said): Column<Row>[] => [
  {
    id: 'customer',
    title: t('people.customer'),
    cell: ({ customerId, customer }) =>
      customer === null ? (
        <span className={styles.second}>{t('people.gone')}</span>
      ) : (
        <TextLink to="/customers/$id" params={{ id: customerId }}>
          {customer}
        </TextLink>
      ),
  },
  {
    id: 'mail',
    title: t('people.mail'),
    grows: true,
    onPhone: true,
    cell: ({ template, journey, because, detail }) => (
      <>
        {template}
        <span className={styles.second}>
          {journey}
          {because !== null && ` · ${becauseWords(because)}`}
          {detail !== null && ` · ${detail}`}
        </span>
      </>
    ),
  },
  { id: 'at', title: t('people.at'), isNumber: true, cell: ({ at }) => fmt.compact(at, now) },
];
