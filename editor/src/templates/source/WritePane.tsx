import { Button, Skeleton } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocStore } from '../doc/use-doc.ts';
import { MergePicker } from '../merge/MergePicker.tsx';
import { insertAtCursor } from './insert-at-cursor.ts';
import styles from './WritePane.module.css';

const SourceEditor = lazy(async () => ({ default: (await import('./SourceEditor.tsx')).SourceEditor }));

/** Where the mail is written. */
export function WritePane({ findings }: { findings: readonly MailFinding[] }) {
  const { t } = useTranslation('mail');
  const store = useDocStore();
  const [isPicking, setPicking] = useState(false);
  return (
    <section className={styles.pane} aria-label={t('source.title')}>
      <div className={styles.bar}>
        <h2 className={styles.title}>{t('source.mjml')}</h2>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBraces size={16} stroke={1.75} />}
          onClick={() => setPicking(true)}
        >
          {t('merge.open')}
        </Button>
      </div>
      <Suspense fallback={<Skeleton flex={1} m="md" />}>
        <SourceEditor findings={findings} />
      </Suspense>
      {isPicking && (
        <MergePicker
          onClose={() => setPicking(false)}
          onPick={(tag) => {
            setPicking(false);
            insertAtCursor(store, tag);
          }}
        />
      )}
    </section>
  );
}
