import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { portsOf } from '../doc/ports.ts';
import { openPill, travel } from '../session/actions.ts';
import { duplicateAll } from '../moving/actions.ts';
import { removeWithWayBack } from '../session/removal.tsx';
import type { Session } from '../session/session.ts';
import { reshaping } from './reshaping.ts';
import { chosen, journeyAction, nodeAction, type ActionGroup } from './action.ts';

const notStart = ({ doc }: Session, id: NodeId) =>
  doc.store.getState().graph.start === id ? 'actions:not.start' : true;

const goesOn = (session: Session, id: NodeId) => {
  const node = session.doc.store.getState().graph.nodes[id];
  if (!node || portsOf(node).length === 0) return 'actions:not.ends';
  return notStart(session, id);
};

export const editing: ActionGroup = {
  label: 'actions:group.edit',
  actions: [
    nodeAction({
      id: 'open',
      label: 'actions:edit.open',
      keys: ['Enter'], // Space presses the card as any button, and held it moves the picture
      run: ({ ui }) => ui.openPanel(),
      onPill: openPill,
    }),
    nodeAction({
      id: 'rename',
      label: 'actions:edit.rename',
      keys: ['F2'],
      run: ({ ui }) => ui.openPanel('name'),
    }),
    nodeAction({
      id: 'duplicate',
      label: 'actions:edit.duplicate',
      keys: ['mod+d'],
      isPossible: notStart,
      run: (session) => duplicateAll(session, chosen(session)),
    }),
    nodeAction({
      id: 'switch-off',
      label: 'actions:edit.off',
      keys: ['p'],
      isPossible: goesOn,
      run: ({ doc }, id) => void doc.dispatch({ do: 'toggleDisabled', id }),
    }),
    ...reshaping,
    nodeAction({
      id: 'delete',
      label: 'actions:edit.delete',
      keys: ['Delete', 'Backspace'],
      isPossible: notStart,
      run: (session) => removeWithWayBack(session, chosen(session), { subtree: false }),
    }),
    nodeAction({
      id: 'delete-all',
      label: 'actions:edit.deleteAll',
      keys: ['shift+Delete', 'shift+Backspace'],
      isPossible: notStart,
      run: (session) => removeWithWayBack(session, chosen(session), { subtree: true }),
    }),
    journeyAction({
      id: 'undo',
      label: 'actions:edit.undo',
      keys: ['mod+z'],
      reach: 'page',
      isPossible: ({ doc }) => (doc.store.getState().history.past.length > 0 ? true : 'actions:not.undo'),
      run: (session) => travel(session, 'undo'),
    }),
    journeyAction({
      id: 'redo',
      label: 'actions:edit.redo',
      keys: ['mod+shift+z', 'mod+y'],
      reach: 'page',
      isPossible: ({ doc }) => (doc.store.getState().history.future.length > 0 ? true : 'actions:not.redo'),
      run: (session) => travel(session, 'redo'),
    }),
  ],
};
