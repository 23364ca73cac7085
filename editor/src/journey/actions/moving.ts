import { GO_BACK } from '../doc/lead-back.ts';
import { isPiece, pieceOf } from '../doc/piece.ts';
import { ancestorsOf, portsOf } from '../doc/ports.ts';
import { carry, slotAfter, wrap } from '../moving/actions.ts';
import { copyByBrowser, pasteFromClipboard } from '../moving/clipboard.ts';
import { openMenu } from '../moving/menu.ts';
import { growSelection, selectAll, selectBelow } from '../moving/select.ts';
import { joinable } from '../picker/joinable.ts';
import type { Session } from '../session/session.ts';
import { chosen, journeyAction, nodeAction, type ActionGroup } from './action.ts';

const graphOf = ({ doc }: Session) => doc.store.getState().graph;
const notOnlyStart = (session: Session) =>
  chosen(session).some((id) => id !== graphOf(session).start) ? true : 'moving:not.onlyStart';
const movable = (session: Session) => (chosen(session).includes(graphOf(session).start) ? 'actions:not.start' : true);

const openEnd = (session: Session, id: string) => {
  const node = graphOf(session).nodes[id];
  const port = node && portsOf(node).find((each) => !node.next[each.id]);
  return port && { node: id, port: port.id };
};
const earlier = (session: Session, id: string) => {
  const graph = graphOf(session);
  return [...ancestorsOf(graph, id)].filter((each) => each !== graph.start);
};

export const moving: ActionGroup = {
  label: 'moving:group',
  actions: [
    nodeAction({
      id: 'pick-up',
      label: 'moving:act.pickUp',
      keys: ['v'],
      isPossible: movable,
      run: (session) => void carry(session, chosen(session), 'keys'),
    }),
    nodeAction({
      id: 'copy',
      label: 'moving:act.copy',
      keys: ['mod+c'],
      isNative: true,
      isPossible: notOnlyStart,
      run: () => copyByBrowser('copy'),
    }),
    nodeAction({
      id: 'cut',
      label: 'moving:act.cut',
      keys: ['mod+x'],
      isNative: true,
      isPossible: notOnlyStart,
      run: () => copyByBrowser('cut'),
    }),
    journeyAction({
      id: 'paste',
      label: 'moving:act.paste',
      keys: ['mod+v'],
      isNative: true,
      inMenu: true,
      run: (session) => void pasteFromClipboard(session),
    }),
    nodeAction({
      id: 'wrap',
      label: 'moving:act.wrap',
      keys: ['b'],
      isPossible: (session) => (isPiece(pieceOf(graphOf(session), chosen(session))) ? true : 'moving:not.piece'),
      run: (session) => wrap(session, chosen(session)),
    }),
    nodeAction({
      id: 'merge',
      label: 'moving:act.merge',
      keys: ['m'],
      isPossible: (session, id) => {
        const at = openEnd(session, id);
        if (!at) return 'moving:not.openEnd';
        return joinable(graphOf(session), at).length > 0 ? true : 'moving:not.targets';
      },
      run: (session, id) => {
        const at = openEnd(session, id);
        if (at) session.moving.setState({ choosing: { what: 'merge', at, targets: joinable(graphOf(session), at) } });
      },
    }),
    nodeAction({
      id: 'go-back',
      label: 'moving:act.goto',
      keys: ['g'],
      isPossible: (session, id) => {
        if (GO_BACK === undefined || !slotAfter(session, id)) return 'actions:not.ends';
        return earlier(session, id).length > 0 ? true : 'moving:not.earlier';
      },
      run: (session, id) => {
        const at = slotAfter(session, id);
        if (at) session.moving.setState({ choosing: { what: 'goto', at, targets: earlier(session, id) } });
      },
    }),
    nodeAction({
      id: 'menu',
      label: 'moving:act.menu',
      keys: ['.', 'shift+F10', 'ContextMenu'],
      inMenu: false,
      run: openMenu,
    }),
    nodeAction({
      id: 'select-up',
      label: 'moving:act.selectUp',
      keys: ['shift+ArrowUp'],
      inMenu: false,
      inPalette: false,
      run: (session) => growSelection(session, 'up'),
    }),
    nodeAction({
      id: 'select-down',
      label: 'moving:act.selectDown',
      keys: ['shift+ArrowDown'],
      inMenu: false,
      inPalette: false,
      run: (session) => growSelection(session, 'down'),
    }),
    journeyAction({ id: 'select-all', label: 'moving:act.selectAll', keys: ['mod+a'], run: selectAll }),
    nodeAction({
      id: 'select-below',
      label: 'moving:act.selectBelow',
      keys: ['mod+shift+ArrowDown'],
      run: selectBelow,
    }),
  ],
};
