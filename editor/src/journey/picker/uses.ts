import { z } from 'zod';

const STORED = 'tabiji-node-uses';
const Uses = z.record(z.string(), z.number());

function read(): Record<string, number> {
  try {
    return Uses.parse(JSON.parse(localStorage.getItem(STORED) ?? '{}'));
  } catch {
    return {}; // somebody else's, or broken: counting begins anew
  }
}

/** How often each type has been added in this browser. */
export const uses = {
  count: (type: string): void => {
    const before = read();
    localStorage.setItem(STORED, JSON.stringify({ ...before, [type]: (before[type] ?? 0) + 1 }));
  },
  /** The types added most often, the first one most. */
  most: (limit: number): string[] =>
    Object.entries(read())
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, limit)
      .map(([type]) => type),
};
