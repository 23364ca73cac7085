import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { useDoc, useUi } from './use-session.ts';

/** The node that is selected; null while none is, or while a folded branch is. */
export function useSelectedNode(): NodeId | null {
  const selected = useUi((state) => state.selected);
  const exists = useDoc(({ graph }) => selected !== null && graph.nodes[selected] !== undefined);
  return exists ? selected : null;
}
