import type { JourneyGraph } from '../graph.ts';
import { isBag, type Bag, type Patch, type Path } from './patch.ts';

/** A patch leads into something that is not there. */
export class NoSuchPlace extends Error {
  override name = 'NoSuchPlace';
}

/**
 * A graph with these changes; what they leave alone is shared with the graph given. Removing what is gone already
 * changes nothing.
 * @throws NoSuchPlace when a patch leads into a node or a value that is not there
 */
export const applyPatches = (graph: JourneyGraph, patches: readonly Patch[]): JourneyGraph =>
  patches.reduce<Bag>((root, patch) => changed(root, patch.path, patch), graph) as JourneyGraph;

function changed(bag: Bag, [key, ...rest]: Path, patch: Patch): Bag {
  if (key === undefined) throw new NoSuchPlace('a patch needs a path');
  if (rest.length > 0) {
    const inner = Object.hasOwn(bag, key) ? bag[key] : undefined;
    if (!isBag(inner)) throw new NoSuchPlace(`there is no ${patch.path.join('.')}`);
    return { ...bag, [key]: changed(inner, rest, patch) };
  }
  if (patch.op === 'remove') {
    const { [key]: _, ...others } = bag;
    return others;
  }
  const { value, before } = patch;
  if (Object.hasOwn(bag, key) || before === undefined || !Object.hasOwn(bag, before)) return { ...bag, [key]: value };
  return Object.fromEntries(
    Object.entries(bag).flatMap((entry) => (entry[0] === before ? [[key, value], entry] : [entry])),
  );
}
