import { numberFrom } from '../../conditions/values.ts';
import type { Facts } from '../../conditions/facts.ts';
import type { Json } from '../../json.ts';
import type { Step } from './node.ts';

/** The attribute that keeps a customer's tags, as a list. */
export const TAGS = 'tags';

/** What some steps make of a customer's attributes: only those that become different; null takes one away. */
export function applied(
  steps: readonly Step[],
  { attributes, events }: Pick<Facts, 'attributes' | 'events'>,
): Record<string, Json> {
  const now = new Map(Object.entries(attributes));
  for (const step of steps) {
    switch (step.do) {
      case 'set':
        now.set(step.attribute, step.value);
        break;
      case 'clear':
        now.set(step.attribute, null);
        break;
      case 'add':
        now.set(step.attribute, Math.round(((numberFrom(now.get(step.attribute)) ?? 0) + step.by) * 1e9) / 1e9);
        break;
      case 'copy': {
        const value = events[step.event]?.at(-1)?.properties[step.property];
        if (value !== undefined) now.set(step.attribute, value);
        break;
      }
      case 'tag':
        now.set(TAGS, [...tagsOf(now).filter((tag) => tag !== step.tag), step.tag]);
        break;
      case 'untag':
        now.set(
          TAGS,
          tagsOf(now).filter((tag) => tag !== step.tag),
        );
        break;
    }
  }
  return Object.fromEntries(
    [...now].filter(([name, value]) => !isSame(value, Object.hasOwn(attributes, name) ? attributes[name]! : null)),
  );
}

const tagsOf = (attributes: ReadonlyMap<string, Json>): Json[] => {
  const tags = attributes.get(TAGS);
  return Array.isArray(tags) ? tags : [];
};

const isSame = (a: Json, b: Json): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
