import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { CardClock, useClockWords } from '../simulation/CardClock.tsx';
import { useUi } from '../session/use-session.ts';
import { CardFigures, useFigureWords } from './CardFigures.tsx';

/** The card's third row: figures of the running journey; while testing, the simulated clock. */
export function CardRow({ id }: { id: NodeId }) {
  const mode = useUi((state) => state.mode);
  return mode === 'test' ? <CardClock id={id} /> : <CardFigures id={id} />;
}

/** The same row as part of the card's name, for those who hear it. */
export function useRowWords(id: NodeId): string {
  const figures = useFigureWords(id);
  const clock = useClockWords(id);
  return useUi(({ mode }) => mode === 'test') ? clock : figures;
}
