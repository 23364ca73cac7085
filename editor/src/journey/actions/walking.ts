import { goTo } from '../session/actions.ts';
import type { Session } from '../session/session.ts';
import { walkFrom, type Step } from '../canvas/walk-focus.ts';
import type { Point } from '../layout/routes.ts';
import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { journeyAction, type ActionGroup } from './action.ts';

/** How far an arrow moves the window while nothing is selected, in pixels. */
const FAR = 96;
const ASIDE: Partial<Record<Step, Point>> = {
  up: { x: 0, y: -FAR },
  down: { x: 0, y: FAR },
  left: { x: -FAR, y: 0 },
  right: { x: FAR, y: 0 },
};

const walk = (step: Step) => (session: Session, node: NodeId | null) => {
  const { graph, layout } = session.doc.store.getState();
  const aside = ASIDE[step];
  if (node === null && aside && session.viewport.current) {
    session.viewport.current.pan(aside);
    return;
  }
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
