import { useText } from '../../i18n/text.ts';
import { ACTION_GROUPS } from '../actions/groups.ts';
import { perform } from '../actions/perform.ts';
import { useSession } from '../session/use-session.ts';
import type { Entry } from './entry.ts';

/** What can be done now comes first; the rest says why not. */
export function useActionEntries(): Entry[] {
  const session = useSession();
  const text = useText();
  const { selected } = session.ui.store.getState();
  return ACTION_GROUPS.flatMap(({ label: heading, actions }) =>
    actions
      .filter(({ inPalette }) => inPalette)
      .map((action): Entry => {
        const possible = action.isPossible(session, selected);
        return {
          id: action.id,
          heading: text(heading),
          label: text(action.label),
          reason: possible === true ? undefined : text(possible),
          combo: action.keys[0],
          // The palette gives the focus back when it closes; what is done next may want it elsewhere.
          run: () => void setTimeout(() => perform(session, action)),
        };
      }),
  );
}
