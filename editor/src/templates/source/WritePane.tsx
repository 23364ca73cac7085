import { Button, Group, SegmentedControl, Skeleton } from '@mantine/core';
import { IconBraces, IconPhoto } from '@tabler/icons-react';
import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import { lazyPart } from '@tabiji/shared/lazy-part.tsx';
import { Suspense, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocStore } from '../doc/use-doc.ts';
import { ImageLibrary } from '../images/ImageLibrary.tsx';
import { MergePicker } from '../merge/MergePicker.tsx';
import type { PutValue } from './BlocksView.tsx';
import { insertAtCursor, insertImage } from './insert-at-cursor.ts';
import styles from './WritePane.module.css';

const SourceEditor = lazyPart(() => import('./SourceEditor.tsx'), 'SourceEditor');
const BlocksView = lazyPart(() => import('./BlocksView.tsx'), 'BlocksView');

/** Where the mail is written: as blocks or as their source, which are one document. */
export function WritePane({ findings }: { findings: readonly MailFinding[] }) {
  const { t } = useTranslation('mail');
  const store = useDocStore();
  const [picking, setPicking] = useState<'value' | 'image'>();
  const [way, setWay] = useState('blocks');
  const put = useRef<PutValue>(null);
  const onReady = useCallback((ready: PutValue | null) => {
    put.current = ready;
  }, []);
  return (
    <section className={styles.pane} aria-label={t('source.title')}>
      <div className={styles.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t('source.way')}
          data={[
            { value: 'blocks', label: t('source.blocks') },
            { value: 'mjml', label: t('source.mjml') },
          ]}
          value={way}
          onChange={setWay}
        />
        <Group gap={4}>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPhoto size={16} stroke={1.75} />}
            onClick={() => setPicking('image')}
          >
            {t('images.open')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconBraces size={16} stroke={1.75} />}
            onClick={() => setPicking('value')}
          >
            {t('merge.open')}
          </Button>
        </Group>
      </div>
      <Suspense fallback={<Skeleton className={styles.coming} data-blocks={way === 'blocks' || undefined} />}>
        {way === 'blocks' ? <BlocksView onReady={onReady} /> : <SourceEditor findings={findings} />}
      </Suspense>
      {picking === 'image' && (
        <ImageLibrary
          onClose={() => setPicking(undefined)}
          onPick={(image) => {
            setPicking(undefined);
            insertImage(store, image);
          }}
        />
      )}
      {picking === 'value' && (
        <MergePicker
          onClose={() => setPicking(undefined)}
          onPick={(tag) => {
            setPicking(undefined);
            // The dialog gives the focus back when it has gone; then the words may take it.
            setTimeout(() => {
              if (!put.current?.(tag)) insertAtCursor(store, tag);
            });
          }}
        />
      )}
    </section>
  );
}
