import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { drawnPorts } from '@tabiji/shared/nodes/define-node.ts';
import { findNodeType } from '@tabiji/shared/nodes/registry.ts';
import { defineCommand } from '../command.ts';
import type { PortRef } from '../ports.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';

/** Puts a new node behind a port; what followed there follows the new node's first port. */
export const insertAt = defineCommand<{ at: PortRef; id: NodeId; type: string; salt: string }>({
  reduce(draft, { at, id, type, salt }) {
    const before = draft.nodes[at.node];
    const definition = findNodeType(type);
    if (!before || !definition || draft.nodes[id]) return;
    const follower = before.next[at.port] ?? null;
    const initial = structuredClone(definition.initial);
    const config = definition.fresh?.(initial, salt) ?? initial;
    const ports = drawnPorts(definition, config);
    draft.nodes[id] = {
      type,
      ...(definition.version === 1 ? {} : { version: definition.version }),
      config,
      next: Object.fromEntries(ports.map((port, i) => [port.id, i === 0 ? follower : null])),
    };
    before.next[at.port] = id;
  },
  label(graph, { at, type }) {
    const [added, before] = [findNodeType(type)?.label, titleOf(graph.nodes[at.node])];
    return {
      ja: `「${added?.ja ?? type}」を「${before.ja}」の後に追加`,
      en: `Add “${added?.en ?? type}” after “${before.en}”`,
    };
  },
});
