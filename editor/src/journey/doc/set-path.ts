/** A copy of `root` in which the value at `path` is `value`; undefined removes the key. */
export function setPath(root: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(root)) {
    const list: unknown[] = [...root];
    list[Number(key)] = setPath(list[Number(key)], rest, value);
    return list;
  }
  const record = (typeof root === 'object' && root !== null ? root : {}) as Record<string, unknown>;
  const { [key]: old, ...others } = record;
  const changed = setPath(old, rest, value);
  if (changed === undefined) return others;
  return key in record ? { ...record, [key]: changed } : { ...others, [key]: changed };
}

/** The deepest path under which everything that differs between two configurations lies; undefined if nothing does. */
export function changedPath(before: unknown, after: unknown): { path: string[]; value: unknown } | undefined {
  if (isSame(before, after)) return undefined;
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (key) => !isSame(before[key], after[key]),
    );
    const [only] = keys;
    if (keys.length === 1 && only !== undefined) return below(only, changedPath(before[only], after[only]));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    const places = [...after.keys()].filter((i) => !isSame(before[i], after[i]));
    const [only] = places;
    if (places.length === 1 && only !== undefined) return below(String(only), changedPath(before[only], after[only]));
  }
  return { path: [], value: after };
}

const below = (key: string, change: ReturnType<typeof changedPath>) =>
  change && { path: [key, ...change.path], value: change.value };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
