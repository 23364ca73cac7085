import type { AddComment } from '@tabiji/shared/api/comments.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { comments, commentsQuery } from '../../api/comments.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { useSession } from '../session/use-session.ts';

/** The comments of the open journey, how to say something and how to settle a thread. */
export function useComments() {
  const { id } = useSession();
  const client = useQueryClient();
  const words = useErrorWords();
  const query = useQuery(commentsQuery(id));
  const { mutate, isPending, error } = useMutation({
    mutationFn: (what: AddComment | { thread: number; resolved: boolean }) =>
      'resolved' in what ? comments.resolve(id, what.thread, what.resolved) : comments.add(id, what),
    onSuccess: (next) => client.setQueryData(commentsQuery(id).queryKey, next),
  });
  return { query, send: mutate, isSending: isPending, failure: error ? words(error) : undefined };
}
