import type { PublishPlan } from '@tabiji/shared/journey/publish-plan.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useDoc, useSession } from '../session/use-session.ts';
import { useComparison } from './use-comparison.ts';

/** The draft, or an older version that is to come back. */
export type Restore = number | undefined;

/**
 * What publishing would mean, asked anew each time the dialog opens: the version before, what would follow, the
 * differences in words, the people inside and what is chosen for them.
 */
export function usePublishing(restore: Restore) {
  const { id, autosave } = useSession();
  const { data: detail } = useQuery(queries.journey(id));
  const live = detail?.version ?? undefined;
  const draft = useDoc(({ graph }) => graph);
  const errors = useDoc(({ problems }) => problems.filter(({ severity }) => severity === 'error').length);
  const before = useQuery({ ...queries.version(id, live ?? 0), enabled: live !== undefined });
  const older = useQuery({ ...queries.version(id, restore ?? 0), enabled: restore !== undefined });
  const after = restore === undefined ? draft : older.data?.graph;
  const preview = useQuery({
    queryKey: ['journey', id, 'preview', restore],
    queryFn: async ({ signal }) => {
      if (restore === undefined) await autosave.flush();
      return api.journeys.preview(id, restore, signal);
    },
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const [chosen, setChosen] = useState<PublishPlan>({});
  const suggested = (preview.data?.nodes ?? []).map(({ node, choices }) => {
    const first = choices[0]?.choice;
    return [node, chosen[node] ?? (first === undefined || first === 'move' ? 'finish' : first)] as const;
  });
  return {
    live,
    next: (live ?? 0) + 1,
    before: before.data?.graph,
    after,
    changes: useComparison(before.data?.graph, after),
    preview,
    errors:
      restore === undefined ? errors : (preview.data?.problems.filter((one) => one.severity === 'error').length ?? 0),
    plan: Object.fromEntries(suggested) as PublishPlan,
    choose: (node: string, choice: PublishPlan[string]) => setChosen((earlier) => ({ ...earlier, [node]: choice })),
  };
}
export type Publishing = ReturnType<typeof usePublishing>;
