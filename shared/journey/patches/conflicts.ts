import { isSame, type Patch, type Path } from './patch.ts';

/** What a patch takes hold of: a node's type makes all of the node what it is. */
const areaOf = ({ path }: Patch): Path =>
  path[0] === 'nodes' && (path[2] === 'type' || path[2] === 'version') ? path.slice(0, 2) : path;

const key = (path: Path) => path.join('\u0000');

/**
 * The places that both sides changed, each in its own way: the shorter of two paths where one lies within the other.
 * The same change made twice is none.
 */
export function conflictsBetween(mine: readonly Patch[], theirs: readonly Patch[]): Path[] {
  const found = new Map<string, Path>();
  const [ours, others] = [byArea(mine), byArea(theirs)];
  const within = (inner: ReadonlyMap<string, Held>, outer: ReadonlyMap<string, Held>) => {
    for (const held of inner.values())
      for (let length = 1; length <= held.area.length; length++) {
        const area = held.area.slice(0, length);
        const other = outer.get(key(area));
        if (other && !isTheSame(held, other)) found.set(key(area), area);
      }
  };
  within(ours, others);
  within(others, ours);
  return [...found.values()].filter((path) => !path.some((_, i) => i > 0 && found.has(key(path.slice(0, i)))));
}

interface Held {
  area: Path;
  patches: Patch[];
}

function byArea(patches: readonly Patch[]): ReadonlyMap<string, Held> {
  const map = new Map<string, Held>();
  for (const patch of patches) {
    const area = areaOf(patch);
    const held = map.get(key(area)) ?? { area, patches: [] };
    held.patches.push(patch);
    map.set(key(area), held);
  }
  return map;
}

const withoutPlace = (patch: Patch | undefined) =>
  patch && (patch.op === 'remove' ? { path: patch.path } : { path: patch.path, value: patch.value });

/** Whether both end at the same value in the same place; what was written before the last patch of a place is past. */
const isTheSame = (a: Held, b: Held): boolean => key(a.area) === key(b.area) && isSame(lastOf(a), lastOf(b));

const lastOf = ({ patches }: Held) =>
  [...new Map(patches.map((patch) => [key(patch.path), patch])).values()].map(withoutPlace);
