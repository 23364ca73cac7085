import type { ReleaseStanding } from '@tabiji/shared/api/release.ts';
import { useTranslation } from 'react-i18next';
import { Panel } from '../ui/Panel.tsx';
import { useFmt } from '../use-fmt.ts';
import styles from './release.module.css';

/** Who released mails of this journey before, and what they noted. */
export function EarlierHolds({ earlier }: Pick<ReleaseStanding, 'earlier'>) {
  const { t } = useTranslation('release');
  const fmt = useFmt();
  if (earlier.length === 0) return null;
  return (
    <Panel title={t('earlier.title')}>
      <ul className={styles.earlier}>
        {earlier.map(({ at, endedAt, endedBy, outcome, mails, note }) => (
          <li key={at}>
            {t(`earlier.${outcome}`, { at: fmt.full(endedAt), count: mails })}
            {endedBy !== null && <span className={styles.by}>{t('earlier.by', { name: endedBy })}</span>}
            {note !== null && <p className={styles.note}>{note}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
