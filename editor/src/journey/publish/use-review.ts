import type { AnswerReview, AskReview } from '@tabiji/shared/api/reviews.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import { useSession } from '../session/use-session.ts';

/** Where the review of the draft stands, how to ask for one and how to answer. */
export function useReview() {
  const { id, autosave } = useSession();
  const client = useQueryClient();
  const words = useErrorWords();
  const { data: standing } = useQuery({
    ...queries.review(id),
    queryFn: async ({ signal }) => {
      await autosave.flush(); // what is approved is what the server has
      return api.journeys.review(id, signal);
    },
    staleTime: 0,
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (what: { ask: AskReview } | { answer: AnswerReview }) => {
      await autosave.flush();
      return 'ask' in what ? api.journeys.askReview(id, what.ask) : api.journeys.answerReview(id, what.answer);
    },
    onSuccess: (next) => client.setQueryData(queries.review(id).queryKey, next),
  });
  return { standing, send: mutate, isSending: isPending, failure: error && words(error) };
}
