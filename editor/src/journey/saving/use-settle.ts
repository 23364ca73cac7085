import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { mergeGraphs } from '@tabiji/shared/journey/patches/merge-graphs.ts';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { queries } from '../../api/queries.ts';
import { useErrorWords } from '../../ui/use-error-words.ts';
import type { Conflict } from '../session/save-state.ts';
import { useSession } from '../session/use-session.ts';
import { settledGraph, type Choice } from './settle-conflict.ts';

const LABEL = { ja: '2人の変更のまとめ', en: 'Put both people’s changes together' };

interface Settling {
  choices: readonly Choice[];
  mine: JourneyGraph;
  /** Where both cannot stay in one journey: what mine is called as another one. */
  copyName?: string;
}

/** Makes the choice: one step that can be undone, saved on top of theirs. */
export function useSettle({ base, theirs }: Conflict) {
  const { t } = useTranslation('saving');
  const words = useErrorWords();
  const client = useQueryClient();
  const { doc, ui, autosave } = useSession();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async ({ choices, mine, copyName }: Settling) => {
      const merged = mergeGraphs(base, theirs, mine);
      const graph = merged.ok
        ? merged.graph
        : settledGraph({ base, theirs, mine, places: merged.places }, copyName ? choices.map(single) : choices);
      if (!graph) throw new NotTogether();
      if (copyName !== undefined) await api.journeys.create({ graph: { ...mine, name: copyName.slice(0, 200) } });
      ui.unlocked(() => doc.dispatch({ do: 'replaceGraph', graph, label: LABEL }));
      await autosave.settleConflict();
    },
    onSuccess: async (_, { copyName }) => {
      ui.show(null);
      const message = copyName === undefined ? t('conflict.settled') : t('conflict.copied', { name: copyName });
      notifications.show({ message, withBorder: true });
      await client.invalidateQueries({ queryKey: queries.journeys.queryKey });
    },
  });
  const failure = error instanceof NotTogether ? t('conflict.structure') : error ? words(error) : undefined;
  return { settle: mutate, isSettling: isPending, failure };
}

/** With mine kept as another journey, theirs stays here. */
const single = (choice: Choice): Choice => (choice === 'both' ? 'theirs' : choice);

/** The chosen parts would lead in a circle. */
class NotTogether extends Error {
  override name = 'NotTogether';
}
