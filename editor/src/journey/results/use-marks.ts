import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useLive, useUi } from '../session/use-session.ts';
import { marksAt, type Mark } from './marks.ts';

const NONE: readonly Mark[] = [];

/** What a card says of itself while results are looked at. Figures that change do not draw it again. */
export function useMarks(id: NodeId): readonly Mark[] {
  const isResults = useUi(({ mode }) => mode === 'results');
  const marks = useLive((live) => (isResults ? marksAt(live, id).join(' ') : ''));
  return marks === '' ? NONE : (marks.split(' ') as Mark[]);
}
