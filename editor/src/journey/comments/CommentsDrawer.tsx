import { Drawer, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../ui/Loaded.tsx';
import { YourName } from '../review/YourName.tsx';
import { useSession } from '../session/use-session.ts';
import { CommentForm } from './CommentForm.tsx';
import classes from './comments.module.css';
import { threadsOf } from './threads.ts';
import { ThreadView } from './ThreadView.tsx';
import { useComments } from './use-comments.ts';

/** What colleagues say about the journey and its nodes, beside the canvas; Esc leads back. */
export function CommentsDrawer() {
  const { t } = useTranslation(['approval', 'ui']);
  const { ui } = useSession();
  const talk = useComments();
  const [shown, setShown] = useState<'open' | 'settled'>('open');
  const close = () => ui.show(null);
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={440}
      overlayProps={{ backgroundOpacity: 0.25 }}
      title={t('comments.title')}
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <div className={classes.panel}>
        <YourName />
        <CommentForm talk={talk} />
        <Loaded query={talk.query}>
          {(all) => {
            const threads = threadsOf(all);
            const open = threads.filter(({ first }) => !first.resolved);
            const list = shown === 'open' ? open : threads.filter(({ first }) => first.resolved);
            return (
              <>
                <SegmentedControl
                  fullWidth
                  aria-label={t('comments.which')}
                  value={shown}
                  data={[
                    { value: 'open', label: t('comments.open', { count: open.length }) },
                    { value: 'settled', label: t('comments.settled', { count: threads.length - open.length }) },
                  ]}
                  onChange={setShown}
                />
                {list.length === 0 ? (
                  <Text size="sm">{t(shown === 'open' ? 'comments.none' : 'comments.noneSettled')}</Text>
                ) : (
                  <ul className={classes.threads} aria-label={t('comments.title')}>
                    {list.map((thread) => (
                      <ThreadView key={thread.first.id} thread={thread} talk={talk} onLeave={close} />
                    ))}
                  </ul>
                )}
              </>
            );
          }}
        </Loaded>
      </div>
    </Drawer>
  );
}
