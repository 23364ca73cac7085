import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { goTo } from '../session/actions.ts';
import type { Session } from '../session/session.ts';
import { journeyAction, type ActionGroup } from './action.ts';
import { shaping } from './folding.ts';

const zoom = (to: 'in' | 'out' | 'full') => (session: Session) => session.viewport.current?.zoom(to);
const onCanvas = ({ viewport }: Session) => (viewport.current ? true : 'actions:not.onCanvas');

const troubled = ({ doc }: Session): NodeId[] => [
  ...new Set(doc.store.getState().problems.flatMap(({ node }) => node ?? [])),
];
const hasProblems = (session: Session) => (troubled(session).length > 0 ? true : 'actions:not.problems');
const toProblem = (by: 1 | -1) => (session: Session, node: NodeId | null) => {
  const nodes = troubled(session);
  const here = nodes.indexOf(node ?? '');
  const to = here < 0 ? nodes.at(by === 1 ? 0 : -1) : nodes[(here + by + nodes.length) % nodes.length];
  if (to) goTo(session, to);
};

export const looking: ActionGroup = {
  label: 'actions:group.look',
  actions: [
    journeyAction({
      id: 'next-problem',
      label: 'actions:look.nextProblem',
      keys: ['e', 'F8'],
      reach: 'page',
      isPossible: hasProblems,
      run: toProblem(1),
    }),
    journeyAction({
      id: 'last-problem',
      label: 'actions:look.lastProblem',
      keys: ['shift+e', 'shift+F8'],
      reach: 'page',
      isPossible: hasProblems,
      run: toProblem(-1),
    }),
    journeyAction({ id: 'zoom-in', label: 'actions:look.in', keys: ['+'], isPossible: onCanvas, run: zoom('in') }),
    journeyAction({ id: 'zoom-out', label: 'actions:look.out', keys: ['-'], isPossible: onCanvas, run: zoom('out') }),
    journeyAction({
      id: 'zoom-full',
      label: 'actions:look.full',
      keys: ['0'],
      isPossible: onCanvas,
      run: zoom('full'),
    }),
    journeyAction({
      id: 'zoom-fit',
      label: 'actions:look.fit',
      keys: ['1'],
      isPossible: onCanvas,
      run: ({ viewport }) => viewport.current?.fit(),
    }),
    ...shaping,
  ],
};
