import { portsInto, portsOf } from '../doc/ports.ts';
import { pickAfter, pickBefore } from '../session/actions.ts';
import { goToNote } from '../session/sticky-notes.ts';
import { journeyAction, nodeAction, type ActionGroup } from './action.ts';

export const adding: ActionGroup = {
  label: 'actions:group.add',
  actions: [
    nodeAction({
      id: 'add-after',
      label: 'actions:add.after',
      keys: ['n'],
      isPossible: ({ doc }, id) => {
        const node = doc.store.getState().graph.nodes[id];
        return node && portsOf(node).length > 0 ? true : 'actions:not.ends';
      },
      run: (session, id) => void pickAfter(session, id),
    }),
    nodeAction({
      id: 'add-before',
      label: 'actions:add.before',
      keys: ['shift+n'],
      isPossible: ({ doc }, id) =>
        portsInto(doc.store.getState().graph, id).length > 0 ? true : 'actions:not.nothingBefore',
      run: pickBefore,
    }),
    journeyAction({
      id: 'sticky-note',
      label: 'drawing:note.add',
      keys: ['s'],
      inMenu: true,
      isPossible: ({ viewport }) => (viewport.current ? true : 'actions:not.onCanvas'),
      run: (session, id) => goToNote(session, id ?? session.doc.store.getState().graph.start),
    }),
  ],
};
