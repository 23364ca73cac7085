import { useTranslation } from 'react-i18next';
import { useFmt } from '../../../use-fmt.ts';
import classes from './cohort.module.css';
import type { Compared } from './compare.ts';

/** Figures of the draft, of the published version, and by how much they differ. */
export function CompareTable({ title, rows }: { title: string; rows: readonly (Compared & { label: string })[] }) {
  const { t } = useTranslation('simulation');
  const fmt = useFmt();
  const hasPublished = rows.some(({ published }) => published !== null);
  const signed = (by: number) => (by === 0 ? '±0' : `${by > 0 ? '＋' : '−'}${fmt.number(Math.abs(by))}`);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('cohort.draft')}</th>
          {hasPublished && <th scope="col">{t('cohort.published')}</th>}
          {hasPublished && <th scope="col">{t('cohort.difference')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, draft, published }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>{fmt.number(draft)}</td>
            {published !== null && <td>{fmt.number(published)}</td>}
            {published !== null && <td data-differs={draft !== published || undefined}>{signed(draft - published)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
