import type { Condition } from '@tabiji/shared/conditions/condition.ts';

/** The last part of the address of a segment that is not saved yet; no key can look like this. */
export const NEW_SEGMENT = '+';

export const FIRST_CONDITION: Condition = { orders: 'count', op: 'gte', value: 1 };

/** Regulars: what the empty page offers to begin with. */
export const EXAMPLE_CONDITION: Condition = {
  all: [
    { orders: 'count', op: 'gte', value: 3 },
    { orders: 'last', op: 'withinLast', value: 'P90D' },
  ],
};

/** A key out of a name where the name allows it, else out of what is still free: `Loyal fans` → `loyal-fans`. */
export function suggestKey(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  const stem = plain || 'segment';
  if (plain && !taken.has(stem)) return stem;
  let n = plain ? 2 : 1;
  while (taken.has(`${stem}-${n}`)) n += 1;
  return `${stem}-${n}`;
}
