import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useFmt } from '../../use-fmt.ts';
import { shareWords } from '../results/figures.ts';
import { passed } from '../session/live-store.ts';
import { useDoc, useLive, useUi } from '../session/use-session.ts';
import { WayRows } from './WayRows.tsx';

/** The rows of a card that lists its ways out, with which share of those who passed went each way. */
export function CardWays({ id }: { id: NodeId }) {
  const fmt = useFmt();
  const node = useDoc(({ graph }) => graph.nodes[id]);
  const figures = useLive(({ byNode }) => byNode[id]);
  const isTest = useUi(({ mode }) => mode === 'test');
  const shareOf = (port: string) =>
    figures && !isTest ? shareWords({ of: passed(figures), n: figures.left[port] ?? 0 }, fmt) : undefined;
  return node && <WayRows node={node} shareOf={shareOf} />;
}
