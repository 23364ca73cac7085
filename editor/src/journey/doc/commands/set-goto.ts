import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { defineCommand } from '../command.ts';
import { leadBackTo } from '../lead-back.ts';
import { unchanged } from '../put.ts';
import { reachedFrom } from '../reach.ts';

/** Where a node's way back leads: to a node before it. */
export const setGoto = defineCommand<{ id: NodeId; to: NodeId }>({
  reduce(draft, { id, to }) {
    const node = draft.nodes[id];
    if (!node || to === id || to === draft.start || !reachedFrom(unchanged(draft), [to]).has(id)) return;
    leadBackTo(node, to);
  },
  label(graph, { id, to }) {
    const [a, b] = [titleOf(graph.nodes[id]), titleOf(graph.nodes[to])];
    return { ja: `「${a.ja}」の戻り先を「${b.ja}」に変更`, en: `Lead “${a.en}” back to “${b.en}”` };
  },
});
