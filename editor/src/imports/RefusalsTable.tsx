import type { Refusal } from '@tabiji/shared/api/imports.ts';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';
import styles from './RefusalsTable.module.css';

/** Refused rows with their line in the file and the way out. */
export function RefusalsTable({ refusals }: { refusals: readonly Refusal[] }) {
  const { t } = useTranslation('imports');
  const fmt = useFmt();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.line}>
            {t('refusals.line')}
          </th>
          <th scope="col">{t('refusals.reason')}</th>
        </tr>
      </thead>
      <tbody>
        {refusals.map(({ line, reason, row }) => (
          <tr key={line}>
            <td className={styles.line}>{fmt.number(line)}</td>
            <td>
              {reason}
              <code className={styles.row} title={t('refusals.row')}>
                {row}
              </code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
