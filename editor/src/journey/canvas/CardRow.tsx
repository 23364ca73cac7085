import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useUi } from '../session/use-session.ts';
import { CardFigures, useFigureWords } from './CardFigures.tsx';

/** The card's third row: figures of the running journey; while testing nothing is known of them. */
export function CardRow({ id }: { id: NodeId }) {
  const mode = useUi((state) => state.mode);
  return mode === 'test' ? null : <CardFigures id={id} />;
}

/** The same row as part of the card's name, for those who hear it. */
export function useRowWords(id: NodeId): string {
  const figures = useFigureWords(id);
  return useUi(({ mode }) => mode === 'test') ? '' : figures;
}
