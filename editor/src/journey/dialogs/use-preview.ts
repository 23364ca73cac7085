import type { PublishPlan } from '@tabiji/shared/journey/publish-plan.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { useSession } from '../session/use-session.ts';

/** What publishing would mean to the people inside, asked anew each time the dialog opens, and what is chosen for them. */
export function usePreview(isOpen: boolean) {
  const { id, autosave } = useSession();
  const [chosen, setChosen] = useState<PublishPlan>({});
  const preview = useQuery({
    queryKey: ['journey', id, 'preview'],
    queryFn: async ({ signal }) => {
      await autosave.flush();
      return api.journeys.preview(id, undefined, signal);
    },
    enabled: isOpen,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const plan = Object.fromEntries(
    (preview.data?.nodes ?? []).map(({ node, choices }) => {
      const suggested = choices[0]?.choice;
      return [node, chosen[node] ?? (suggested === undefined || suggested === 'move' ? 'finish' : suggested)];
    }),
  ) satisfies PublishPlan;
  return {
    preview,
    plan,
    choose: (node: string, choice: PublishPlan[string]) => setChosen((before) => ({ ...before, [node]: choice })),
  };
}
