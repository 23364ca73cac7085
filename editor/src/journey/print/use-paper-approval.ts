import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { approvalsQuery } from '../../api/comments.ts';
import { queries } from '../../api/queries.ts';
import { useAccess, useSaved, useSession } from '../session/use-session.ts';
import { approvalOn, type PaperApproval } from './approval-on.ts';

/** What the sheet says of approval, asked for anew. Without an answer from the server it says nothing. */
export function usePaperApproval(): { isKnown: boolean; approval: PaperApproval | undefined } {
  const { id, autosave } = useSession();
  const client = useQueryClient();
  const isDraft = useSaved(({ changed }) => changed);
  const isOfOthers = useAccess(({ kind }) => kind === 'published');
  const { data: published } = useQuery({ ...queries.journey(id), select: ({ version }) => version });
  const { data, isPending } = useQuery({
    queryKey: ['journey', id, 'on-paper'],
    queryFn: async ({ signal }) => {
      await autosave.flush(); // what is approved is what the server has
      return {
        standing: await api.journeys.review(id, signal),
        approvals: await client.fetchQuery(approvalsQuery(id)),
      };
    },
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const version = isDraft && !isOfOthers ? null : (published ?? null);
  return { isKnown: !isPending, approval: data && approvalOn({ version, ...data }) };
}
