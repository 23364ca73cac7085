import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './SeedingBar.module.css';

/** How far the demo's data is made; everything else works meanwhile. */
export function SeedingBar({ done, total }: { done: number; total: number }) {
  const { t } = useTranslation('shell');
  const share = total > 0 ? (done / total) * 100 : 0;
  return (
    <>
      <p className={styles.words}>
        <span className={styles.what}>{t('seeding')}</span>{' '}
        <span className="figures">{t('seedingOf', { done, total })}</span>
      </p>
      <Progress.Root className={styles.line} size={3} radius={0} bg="transparent">
        <Progress.Section value={share} aria-label={t('seeding')} />
      </Progress.Root>
    </>
  );
}
