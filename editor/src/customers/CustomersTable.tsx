import type { CustomerRow } from '@tabiji/shared/api/customers.ts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Fmt } from '../fmt.ts';
import { DataTable, type Column } from '../ui/DataTable.tsx';
import { TextLink } from '../ui/TextLink.tsx';
import { useFmt } from '../use-fmt.ts';
import styles from './CustomersTable.module.css';

/** Customers with what they bought. */
export function CustomersTable({ customers }: { customers: readonly CustomerRow[] }) {
  const { t } = useTranslation(['customers', 'ui']);
  const fmt = useFmt();
  const columns = columnsOf(t, fmt);
  return <DataTable label={t('title')} columns={columns} rows={customers} keyOf={({ id }) => id} />;
}

function columnsOf(t: TFunction<['customers', 'ui']>, fmt: Fmt): Column<CustomerRow>[] {
  return [
    {
      id: 'name',
      title: t('columns.name'),
      cell: ({ id, name, externalId }) => (
        <TextLink to="/customers/$id" params={{ id }} className={styles.name} data-unknown={!name || undefined}>
          {name || t('ui:noName')}
          {!name && <span className={styles.id}> {externalId}</span>}
        </TextLink>
      ),
    },
    { id: 'id', title: t('columns.id'), cell: ({ externalId }) => <span className={styles.muted}>{externalId}</span> },
    {
      id: 'email',
      title: t('columns.email'),
      grows: true,
      cell: ({ email }) => <span className={styles.muted}>{email ?? '–'}</span>,
    },
    {
      id: 'orders',
      title: t('columns.orders'),
      isNumber: true,
      onPhone: true,
      cell: ({ orderCount }) => fmt.number(orderCount),
    },
    {
      id: 'amount',
      title: t('columns.amount'),
      isNumber: true,
      onPhone: true,
      cell: ({ orderAmount }) => fmt.money(orderAmount),
    },
    {
      id: 'last',
      title: t('columns.last'),
      isNumber: true,
      cell: ({ lastOrderAt }) => (lastOrderAt ? fmt.date(lastOrderAt) : '–'),
    },
  ];
}
