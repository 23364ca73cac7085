import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import type { Text } from '../../i18n/text.ts';
import type { Pill } from '../layout/folds.ts';
import type { Session } from '../session/session.ts';
import { chosenIn } from '../session/ui-store.ts';

/**
 * Something that can be done with the open journey. Keys, the list behind `?`, the command palette and the menus of
 * cards and rows all derive from these.
 */
export interface Action {
  /** Unique; kebab-case. */
  id: string;
  /** A verb: 「複製する」, Duplicate. */
  label: Text;
  /** As `comboOf` writes them: `n`, `shift+n`, `mod+z`, `ArrowUp`, `F6`. The first one is shown. */
  keys: readonly string[];
  /** Browsers make events of their own of these keys, which are listened for: shown, never taken here. */
  isNative: boolean;
  /** Where the keys work; a letter or sign by itself never works outside the canvas and the outline. */
  reach: Reach;
  /** Whether the command palette offers it. Walking around is for keys alone. */
  inPalette: boolean;
  /** Whether menus of a card or row offer it. */
  inMenu: boolean;
  /** true, or the reason why not, in words. `node` is the one it would be done to: the selected one, if any. */
  isPossible(session: Session, node: NodeId | null): true | Text;
  /** Does it. Called only when it is possible. */
  run(session: Session, node: NodeId | null): void;
}

/** What an action is done to: all selected nodes. */
export const chosen = ({ ui }: Session): NodeId[] => chosenIn(ui.store.getState());

/** `flow`: with the focus in the canvas or the outline. `page`: outside fields. `anywhere`: in fields, too. */
export type Reach = 'flow' | 'page' | 'anywhere';

/** Actions that belong together, under one heading of the lists. */
export interface ActionGroup {
  label: Text;
  actions: readonly Action[];
}

type Optional = 'keys' | 'isNative' | 'reach' | 'inPalette' | 'inMenu' | 'isPossible';

/** An action on the journey as a whole. */
export const journeyAction = (action: Omit<Action, Optional> & Partial<Action>): Action => ({
  keys: [],
  isNative: false,
  reach: 'flow',
  inPalette: true,
  inMenu: false,
  isPossible: () => true,
  ...action,
});

interface OfNode extends Omit<Partial<Action>, 'isPossible' | 'run'> {
  id: string;
  label: Text;
  isPossible?: (session: Session, node: NodeId) => true | Text;
  run: (session: Session, node: NodeId) => void;
  /** What it does to a folded branch; most actions do nothing to one. */
  onPill?: (session: Session, pill: Pill) => void;
}

const pillAt = ({ doc }: Session, id: string | null) => doc.store.getState().layout.pills.get(id ?? '');

/** An action on one node; impossible while none is selected. */
export const nodeAction = ({ isPossible, run, onPill, ...rest }: OfNode): Action =>
  journeyAction({
    inMenu: true,
    ...rest,
    isPossible: (session, node) => {
      if (pillAt(session, node)) return onPill ? true : 'drawing:pill.openFirst';
      if (node === null || !session.doc.store.getState().graph.nodes[node]) return 'actions:not.selected';
      return isPossible?.(session, node) ?? true;
    },
    run: (session, node) => {
      const pill = pillAt(session, node);
      if (pill) onPill?.(session, pill);
      else if (node !== null) run(session, node);
    },
  });
