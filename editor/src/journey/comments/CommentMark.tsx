import { IconMessage } from '@tabler/icons-react';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useTranslation } from 'react-i18next';
import { useTalk } from '../session/use-session.ts';
import classes from './comments.module.css';

/** How many threads are open about a node; nothing where none is. Who shows it says `useCommentWords` as well. */
export function CommentMark({ id }: { id: NodeId }) {
  const words = useCommentWords(id);
  const count = useTalk((open) => open[id] ?? 0);
  if (count === 0) return null;
  return (
    <span className={classes.mark} title={words} data-count={count}>
      <IconMessage size={14} stroke={2} />
    </span>
  );
}

/** The same for those who hear it; empty where nothing is open. */
export function useCommentWords(id: NodeId): string {
  const { t } = useTranslation('drawing');
  const count = useTalk((open) => open[id] ?? 0);
  return count === 0 ? '' : t('comment.open', { count });
}
