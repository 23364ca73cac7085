import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { findNodeType } from '@tabiji/shared/nodes/registry.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { defineCommand } from '../command.ts';
import { leadBackTo } from '../lead-back.ts';
import { newNode } from '../new-node.ts';
import { portsOf, type PortRef } from '../ports.ts';
import { putBehind } from '../put.ts';

export interface InsertAt {
  at: PortRef;
  id: NodeId;
  type: string;
  salt: string;
  /** For types with a way back: where it leads. */
  backTo?: NodeId;
}

/** Puts a new node behind a port; what followed there follows the new node's first port. */
export const insertAt = defineCommand<InsertAt>({
  reduce(draft, { at, id, type, salt, backTo }) {
    const made = newNode(type, salt);
    if (!draft.nodes[at.node] || !made || draft.nodes[id]) return;
    if (backTo !== undefined) leadBackTo(made, backTo);
    draft.nodes[id] = made;
    const tail = portsOf(made).slice(0, 1);
    putBehind(draft, at, { head: id, tail: tail.map((port) => ({ node: id, port: port.id })) });
  },
  label(graph, { at, type }) {
    const from = graph.nodes[at.node];
    const ports = from ? portsOf(from) : [];
    const way = ports.length > 1 ? ports.find(({ id }) => id === at.port)?.label : undefined;
    const [added, before] = [findNodeType(type)?.label, way ?? titleOf(from)];
    return {
      ja: `「${added?.ja ?? type}」を「${before.ja}」の後に追加`,
      en: `Add “${added?.en ?? type}” after “${before.en}”`,
    };
  },
});
