import { goTo } from '../session/actions.ts';
import type { Session } from '../session/session.ts';
import { walkFrom, type Step } from '../canvas/walk-focus.ts';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { journeyAction, type ActionGroup } from './action.ts';

const walk = (step: Step) => (session: Session, node: NodeId | null) => {
  const { graph, layout } = session.doc.store.getState();
  const to = node === null ? graph.start : walkFrom(graph, layout, node, step);
  if (to) goTo(session, to);
};
const key = { inPalette: false } as const;

export const walking: ActionGroup = {
  label: 'actions:group.walk',
  actions: [
    journeyAction({ id: 'walk-up', label: 'actions:walk.up', keys: ['ArrowUp'], run: walk('up'), ...key }),
    journeyAction({ id: 'walk-down', label: 'actions:walk.down', keys: ['ArrowDown'], run: walk('down'), ...key }),
    journeyAction({ id: 'walk-left', label: 'actions:walk.left', keys: ['ArrowLeft'], run: walk('left'), ...key }),
    journeyAction({ id: 'walk-right', label: 'actions:walk.right', keys: ['ArrowRight'], run: walk('right'), ...key }),
    journeyAction({ id: 'to-start', label: 'actions:walk.start', keys: ['Home'], run: walk('start') }),
    journeyAction({ id: 'to-open-end', label: 'actions:walk.openEnd', keys: ['End'], run: walk('openEnd') }),
    journeyAction({
      id: 'leave',
      label: 'actions:walk.leave',
      keys: ['Escape'],
      run: ({ ui }) => ui.select(null),
      ...key,
    }),
  ],
};
