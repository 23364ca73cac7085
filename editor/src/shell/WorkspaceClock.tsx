import { useTranslation } from 'react-i18next';
import { useFmt } from '../use-fmt.ts';
import { useWorkspaceNow } from '../use-workspace-now.ts';
import styles from './WorkspaceClock.module.css';

/** The time the workspace has, which may be far from the wall's. */
export function WorkspaceClock() {
  const { t } = useTranslation('shell');
  const fmt = useFmt();
  const now = useWorkspaceNow();
  return (
    <time className={styles.clock} dateTime={new Date(now).toISOString()} title={t('clock.label')}>
      <span className={styles.full}>{fmt.full(now)}</span>
      <span className={styles.short}>{fmt.compact(now, now)}</span>
    </time>
  );
}
