import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { commentsQuery } from '../../api/comments.ts';
import { useSession } from '../session/use-session.ts';
import { openThreads } from './threads.ts';

/** Brings in where comments are open, for the cards and the outline. */
export function CommentFeed() {
  const { id, talk } = useSession();
  const { data } = useQuery(commentsQuery(id));
  useEffect(() => {
    if (data) talk.setState(openThreads(data), true);
  }, [data, talk]);
  return null;
}
