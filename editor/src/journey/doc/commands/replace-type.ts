import type { NodeId } from '@tabiji/shared/journey/graph.ts';
import { findNodeType } from '@tabiji/shared/nodes/registry.ts';
import { titleOf } from '@tabiji/shared/nodes/title.ts';
import { defineCommand } from '../command.ts';
import { newNode } from '../new-node.ts';
import { portsOf } from '../ports.ts';
import { lead, unchanged } from '../put.ts';

/**
 * Makes another type of a node. Name and note stay; what followed its ways follows, in their order, those of the new
 * type; what has no way any more stays, in the tray.
 */
export const replaceType = defineCommand<{ id: NodeId; type: string; salt: string }>({
  reduce(draft, { id, type, salt }) {
    const old = unchanged(draft).nodes[id];
    const made = newNode(type, salt);
    if (!old || !made || id === draft.start || old.type === type) return;
    const followers = portsOf(old).flatMap((port) => old.next[port.id] ?? []);
    const { name, note, disabled } = old;
    draft.nodes[id] = {
      ...made,
      ...(name === undefined ? {} : { name }),
      ...(note === undefined ? {} : { note }),
      ...(disabled === undefined ? {} : { disabled }),
    };
    portsOf(made).forEach((port, i) => lead(draft, [{ node: id, port: port.id }], followers[i] ?? null));
  },
  label(graph, { id, type }) {
    const [old, made] = [titleOf(graph.nodes[id]), findNodeType(type)?.label];
    return { ja: `「${old.ja}」を「${made?.ja ?? type}」に変更`, en: `Turn “${old.en}” into “${made?.en ?? type}”` };
  },
});
