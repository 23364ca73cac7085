import type { NodeGroup } from '@tabiji/shared/nodes/define-node.ts';
import { NODE_TYPES, type NodeType } from '@tabiji/shared/nodes/registry.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { plain } from '@tabiji/shared/normalise.ts';

/** A node type as the picker offers it. */
export interface Offer {
  type: NodeType;
  group: NodeGroup;
  label: Words;
  /** Customers go no further from it, so nothing may follow. */
  isEnd: boolean;
}

const GROUPS: readonly NodeGroup[] = ['send', 'wait', 'branch', 'update', 'custom', 'exit'];

/** よみ without the difference of katakana and hiragana, width and case. */
export const folded = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replaceAll(/[ァ-ヶ]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60));

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
