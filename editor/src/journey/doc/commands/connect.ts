import { reachableFrom, type NodeId } from '@tabiji/shared/journey/graph.ts';
import { defineCommand } from '../command.ts';
import type { PortRef } from '../ports.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';

/** Leads a port to a node that is there already (branches meet). A circle is refused. */
export const connect = defineCommand<{ from: PortRef; to: NodeId }>({
  reduce(draft, { from, to }) {
    const node = draft.nodes[from.node];
    if (!node || !draft.nodes[to] || to === draft.start) return;
    if (!reachableFrom(draft, to).has(from.node)) node.next[from.port] = to;
  },
  label(graph, { from, to }) {
    const [a, b] = [titleOf(graph.nodes[from.node]), titleOf(graph.nodes[to])];
    return { ja: `「${a.ja}」から「${b.ja}」へ合流`, en: `Join “${a.en}” to “${b.en}”` };
  },
});

/** Ends a port's way; what followed stays, in the tray where nothing else leads to it. */
export const disconnect = defineCommand<{ from: PortRef }>({
  reduce(draft, { from }) {
    const node = draft.nodes[from.node];
    if (node && from.port in node.next) node.next[from.port] = null;
  },
  label(graph, { from }) {
    const name = titleOf(graph.nodes[from.node]);
    return { ja: `「${name.ja}」の後の線を切断`, en: `Disconnect after “${name.en}”` };
  },
});
