import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './Skeletons.module.css';

interface Props {
  rows?: number;
  /** Height of one row in px, that of the rows to come. */
  height?: number;
}

/** Grey rows in the place of those to come; they appear only when loading takes longer than 150 ms. */
export function Skeletons({ rows = 8, height = 40 }: Props) {
  const { t } = useTranslation();
  return (
    <output className={styles.skeletons} aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row} style={{ height }}>
          <Skeleton height={12} width={`${30 + ((row * 17) % 25)}%`} />
          <Skeleton height={12} width="12%" />
        </div>
      ))}
    </output>
  );
}
