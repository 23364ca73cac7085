import i18next from 'i18next';
import { armsOf } from '../doc/commands/edit-arms.ts';
import type { Session } from '../session/session.ts';
import { nodeAction, type Action } from './action.ts';

const nodeOf = ({ doc }: Session, id: string) => doc.store.getState().graph.nodes[id];

/** What a node is, and which ways lead out of it. */
export const reshaping: readonly Action[] = [
  nodeAction({
    id: 'add-way',
    label: 'actions:edit.addWay',
    keys: ['shift+b'],
    isPossible: (session, id) => {
      const list = armsOf(nodeOf(session, id));
      if (!list) return 'actions:not.givenWays';
      return list.arms.length < list.atMost ? true : 'actions:not.mostWays';
    },
    run: ({ doc }, id) => void doc.dispatch({ do: 'addBranch', id, locale: i18next.language === 'en' ? 'en' : 'ja' }),
  }),
  nodeAction({
    id: 'remove-way',
    label: 'actions:edit.removeWay',
    isPossible: (session, id) => {
      const list = armsOf(nodeOf(session, id));
      if (!list) return 'actions:not.givenWays';
      return list.arms.length > list.atLeast ? true : 'actions:not.fewestWays';
    },
    run: ({ moving }, node) => moving.setState({ choosing: { what: 'arm', node } }),
  }),
  nodeAction({
    id: 'replace-type',
    label: 'actions:edit.replace',
    keys: ['r'],
    isPossible: ({ doc }, id) => (doc.store.getState().graph.start === id ? 'actions:not.start' : true),
    run: ({ moving }, node) => moving.setState({ choosing: { what: 'type', node } }),
  }),
];
