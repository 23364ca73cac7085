import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useComparison } from '../publish/use-comparison.ts';
import { useSession } from '../session/use-session.ts';

/**
 * The draft as the server has it, which is what is approved: a colleague may be looking at the published version. With
 * it the version before, and the differences in words.
 */
export function useUnderReview() {
  const { id, autosave } = useSession();
  const { data: draft } = useQuery({
    queryKey: ['journey', id, 'under-review'],
    queryFn: async ({ signal }) => {
      await autosave.flush();
      return api.journeys.get(id, signal);
    },
    staleTime: 0,
    refetchInterval: 15_000,
  });
  const live = draft?.version;
  const published = useQuery({ ...queries.version(id, live ?? 0), enabled: typeof live === 'number' });
  const before = published.data?.graph;
  const after = draft?.graph;
  return { live, before, after, changes: useComparison(before, after) };
}
