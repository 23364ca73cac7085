import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
import { useFmt } from '../use-fmt.ts';
import styles from './ProgressLine.module.css';
import { useUploads } from './uploads.ts';

/** Files that are being sent from this browser. */
export function UploadsPanel() {
  const { t } = useTranslation('imports');
  const fmt = useFmt();
  const { uploads } = useUploads();
  if (uploads.length === 0) return null;
  return (
    <Panel title={t('upload.title')}>
      {uploads.map(({ id, file, sent, total, cancel }) => (
        <div key={id} className={styles.line}>
          <div className={styles.words}>
            <span className={styles.name}>{file}</span>
            <span className="figures">{t('upload.of', { done: fmt.bytes(sent), total: fmt.bytes(total) })}</span>
            <Button variant="subtle" color="nezumi" size="compact-sm" onClick={cancel}>
              {t('upload.cancel')}
            </Button>
          </div>
          <Progress value={total > 0 ? (sent / total) * 100 : 0} size={6} aria-label={file} />
        </div>
      ))}
    </Panel>
  );
}
