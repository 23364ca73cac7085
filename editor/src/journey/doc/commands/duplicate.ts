import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import { current } from 'immer';
import { defineCommand } from '../command.ts';
import { portsOf } from '../ports.ts';
import { about } from '../titles.ts';

/** Puts a copy directly behind the original. Nodes without a way out, and the start, have nowhere to put it. */
export const duplicate = defineCommand<{ id: NodeId; as: NodeId; salt: string }>({
  reduce(draft, { id, as, salt }) {
    const original = draft.nodes[id];
    const [first] = original ? portsOf(original) : [];
    if (!original || !first || id === draft.start || draft.nodes[as]) return;
    const copy = structuredClone(current(original));
    for (const port of Object.keys(copy.next)) if (port !== first.id) copy.next[port] = null;
    const opened = openNode(copy);
    if (opened.ok && opened.definition.fresh) copy.config = opened.definition.fresh(opened.config, salt);
    draft.nodes[as] = copy;
    original.next[first.id] = as;
  },
  label: (graph, { id }) =>
    about(
      graph,
      id,
      (n) => `${n}を複製`,
      (n) => `Duplicate ${n}`,
    ),
});
