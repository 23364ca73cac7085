import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import rows from '../ui/Skeletons.module.css';
import header from './MailHeader.module.css';
import styles from './MailPage.module.css';
import { FIRST_PANES, openPanes } from './panes.ts';
import { useIsNarrow } from './use-is-narrow.ts';

/** The panes of a mail that is being fetched, where they will be. */
export function MailSkeleton() {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const panes = openPanes(FIRST_PANES, isNarrow);
  return (
    <output className={`${styles.page} ${rows.skeletons}`} aria-label={t('loading')}>
      <div className={header.header}>
        <Skeleton height={16} width={200} />
      </div>
      {isNarrow && <Skeleton className={styles.switch} height={36} width="auto" />}
      <div className={styles.panes} data-panes={panes.join(' ')}>
        {panes.map((pane) => (
          <div key={pane} className={styles.coming} data-blocks={pane === 'write' || undefined}>
            <Skeleton height="100%" />
          </div>
        ))}
      </div>
    </output>
  );
}
