import type { NodeGroup } from '@tabiji/shared/nodes/define-node.ts';
import { NODE_TYPES, type NodeType } from '@tabiji/shared/nodes/registry.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { folded } from '../../folded.ts';

/** A node type as the picker offers it. */
export interface Offer {
  type: NodeType;
  group: NodeGroup;
  label: Words;
  /** Customers go no further from it, so nothing may follow. */
  isEnd: boolean;
}

const GROUPS: readonly NodeGroup[] = ['send', 'wait', 'branch', 'update', 'custom', 'exit'];

/** Node types found by name, よみ, romaji or English word, in the order of their groups; all for an empty query. */
export function findNodeTypes(query: string): Offer[] {
  const wanted = folded(query);
  return NODE_TYPES.filter(({ inPicker }) => inPicker)
    .filter(({ label, keywords }) => [label.ja, label.en, ...keywords].some((word) => folded(word).includes(wanted)))
    .map((definition): Offer => {
      const { type, group, label } = definition;
      return { type, group, label, isEnd: group === 'exit' };
    })
    .toSorted((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
}
