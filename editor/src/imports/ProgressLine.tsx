import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';
import styles from './ProgressLine.module.css';
import type { PacedRow } from './paced-rows.ts';

/** How far a running import is: bytes, rows a second, time left. */
export function ProgressLine({ row }: { row: PacedRow }) {
  const { t } = useTranslation('imports');
  const fmt = useFmt();
  const { bytesDone, bytesTotal, pace } = row;
  return (
    <div className={styles.line}>
      <Progress value={bytesTotal > 0 ? (bytesDone / bytesTotal) * 100 : 0} size={6} aria-label={t('progress.label')} />
      <div className={styles.words}>
        <span className="figures">{t('upload.of', { done: fmt.bytes(bytesDone), total: fmt.bytes(bytesTotal) })}</span>
        {pace && (
          <>
            <span className="figures">{t('progress.rate', { count: pace.rowsPerSecond })}</span>
            <span>{t('progress.left', { time: fmt.duration(pace.leftMs) })}</span>
          </>
        )}
      </div>
    </div>
  );
}
