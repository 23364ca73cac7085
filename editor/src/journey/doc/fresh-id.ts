import type { JourneyGraph, NodeId } from '@tabiji/shared/journey/graph.ts';

/**
 * An id that this journey has not used: the type and four characters, `wait-x7k2`. Never counted up, because the id of
 * a deleted node lives on in published versions and reports.
 */
export function freshId(graph: JourneyGraph, type: string, taken: ReadonlySet<NodeId> = new Set()): NodeId {
  const stem = type.replaceAll(/[^A-Za-z0-9_]/g, '').slice(0, 30) || 'node';
  for (;;) {
    const id = `${stem}-${letters(4)}`;
    if (!graph.nodes[id] && !taken.has(id)) return id;
  }
}

const LETTERS = '23456789abcdefghjkmnpqrstvwxyz';

const letters = (count: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => LETTERS[byte % LETTERS.length]).join('');

/** What makes a node's choices its own: two nodes with different salts choose independently of one another. */
export const freshSalt = (): string => letters(12);
