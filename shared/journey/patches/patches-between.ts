import type { JourneyGraph } from '../graph.ts';
import { isBag, isSame, type Bag, type Patch, type Path } from './patch.ts';

/**
 * How deep a change is told apart from its neighbours: a node's fields, each value of its configuration and each port;
 * each of the journey's settings. What lies deeper is one value to its author and is never mixed with another's.
 */
const DEPTH: Readonly<Record<string, number>> = { nodes: 4, settings: 2, notes: 3 };

/** What leads from one graph to another, key order included. What both share is not looked at, only compared by identity. */
export function patchesBetween(before: JourneyGraph, after: JourneyGraph): Patch[] {
  const patches: Patch[] = [];
  compare(before, after, [], patches);
  return patches;
}

function compare(before: Bag, after: Bag, path: Path, patches: Patch[]): void {
  const keys = Object.keys(after);
  for (const key of Object.keys(before))
    if (!Object.hasOwn(after, key)) patches.push({ op: 'remove', path: [...path, key] });
  const moved = movedKeys(before, keys);
  for (const key of keys) {
    const [old, value, at] = [before[key], after[key], [...path, key]];
    if (!Object.hasOwn(before, key) || moved.has(key) || old === value) continue;
    if (isBag(old) && isBag(value) && at.length < (DEPTH[at[0] ?? ''] ?? 1)) compare(old, value, at, patches);
    else if (!isSame(old, value)) patches.push({ op: 'set', path: at, value });
  }
  // From the last to the first, so that the key a new one comes before is there already.
  for (let i = keys.length - 1; i >= 0; i--) {
    const key = keys[i]!;
    if (Object.hasOwn(before, key) && !moved.has(key)) continue;
    if (moved.has(key)) patches.push({ op: 'remove', path: [...path, key] });
    const next = keys[i + 1];
    patches.push({ op: 'set', path: [...path, key], value: after[key], ...(next !== undefined && { before: next }) });
  }
}

/** Keys that both have, but in another order: all from the first on that is not where it was. */
function movedKeys(before: Bag, keys: readonly string[]): ReadonlySet<string> {
  const kept = new Set(keys);
  const was = Object.keys(before).filter((key) => kept.has(key));
  const is = keys.filter((key) => Object.hasOwn(before, key));
  const from = is.findIndex((key, i) => key !== was[i]);
  return from === -1 ? new Set() : new Set(is.slice(from));
}
