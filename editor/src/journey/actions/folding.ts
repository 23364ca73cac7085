import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { CARD_WIDTH } from '../layout/sizes.ts';
import { openPill } from '../session/actions.ts';
import { foldableAt, foldAt, foldedAt, unfoldAt } from '../session/folding.ts';
import { showsMap } from '../session/map.ts';
import type { Session } from '../session/session.ts';
import { journeyAction, nodeAction, type Action } from './action.ts';

/** How the canvas shows the journey: what is folded, the map, the selected card as large as it goes. */
export const shaping: readonly Action[] = [
  nodeAction({
    id: 'fold',
    label: 'drawing:fold.fold',
    keys: ['['],
    isPossible: (session, id) => (foldableAt(session, id) ? true : 'drawing:fold.nothing'),
    run: foldAt,
  }),
  nodeAction({
    id: 'unfold',
    label: 'drawing:fold.unfold',
    keys: [']'],
    isPossible: (session, id) => (foldedAt(session, id).length > 0 ? true : 'drawing:fold.nothingFolded'),
    run: unfoldAt,
    onPill: openPill,
  }),
  nodeAction({
    id: 'zoom-selected',
    label: 'drawing:selection',
    keys: ['2'],
    inMenu: false,
    isPossible: ({ viewport }) => (viewport.current ? true : 'actions:not.onCanvas'),
    run: showLarge,
    onPill: (session, { id }) => showLarge(session, id),
  }),
  journeyAction({
    id: 'map',
    label: 'drawing:map.toggle',
    keys: ['shift+m'],
    isPossible: ({ viewport }) => (viewport.current ? true : 'actions:not.onCanvas'),
    run: (session) => session.look.setState({ map: !showsMap(session) }),
  }),
];

function showLarge({ doc, viewport }: Session, id: NodeId): void {
  const place = doc.store.getState().layout.places.get(id);
  if (!place) return;
  const { x, y, height } = place;
  viewport.current?.show({ left: x, top: y, right: x + CARD_WIDTH, bottom: y + height });
}
