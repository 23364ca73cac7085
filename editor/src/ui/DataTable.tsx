import type { ReactNode } from 'react';
import styles from './DataTable.module.css';

export interface Column<Row> {
  id: string;
  title: string;
  /** Numbers stand right-aligned. */
  isNumber?: boolean;
  /** Shown on narrow screens too; the first column always is. */
  onPhone?: boolean;
  /** Takes what room the others leave. */
  grows?: boolean;
  cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
}

/** Rows under a header that stays in sight. */
export function DataTable<Row>({ label, columns, rows, keyOf }: Props<Row>) {
  const mark = ({ isNumber, onPhone, grows }: Column<Row>, at: number) => ({
    'data-number': isNumber || undefined,
    'data-wide-only': (at > 0 && !onPhone) || undefined,
    'data-grows': grows || undefined,
  });
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column, at) => (
            <th key={column.id} scope="col" {...mark(column, at)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column, at) => (
              <td key={column.id} {...mark(column, at)}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
