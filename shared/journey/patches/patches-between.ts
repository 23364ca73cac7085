import type { JourneyGraph } from '../graph.ts';
import { isBag, isSame, type Bag, type Patch, type Path } from './patch.ts';

/**
 * How deep a change is told apart from its neighbours: a node's fields, each value of its configuration and each port;
 * each of the journey's settings. What lies deeper is one value to its author and is never mixed with another's.
 */
const DEPTH: Readonly<Record<string, number>> = { nodes: 4, settings: 2, notes: 3 };

/** What leads from one graph to another. What both share is not looked at, only compared by identity. */
export function patchesBetween(before: JourneyGraph, after: JourneyGraph): Patch[] {
  const patches: Patch[] = [];
  compare(before, after, [], patches);
  return patches;
}

function compare(before: Bag, after: Bag, path: Path, patches: Patch[]): void {
  const keys = Object.keys(after);
  for (const key of Object.keys(before))
    if (!Object.hasOwn(after, key)) patches.push({ op: 'remove', path: [...path, key] });
  for (const key of keys) {
    const [old, value, at] = [before[key], after[key], [...path, key]];
    if (!Object.hasOwn(before, key) || old === value) continue;
    if (isBag(old) && isBag(value) && at.length < (DEPTH[at[0] ?? ''] ?? 1)) compare(old, value, at, patches);
    else if (!isSame(old, value)) patches.push({ op: 'set', path: at, value });
  }
  // From the last to the first, so that the key a new one comes before is there already.
  for (const [i, key] of [...keys.entries()].toReversed()) {
    if (Object.hasOwn(before, key)) continue;
    const next = keys[i + 1];
    patches.push({ op: 'set', path: [...path, key], value: after[key], ...(next !== undefined && { before: next }) });
  }
}
