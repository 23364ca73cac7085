import type { Facts } from '../conditions/facts.ts';
import type { Json } from '../json.ts';
import type { Change } from '../nodes/outcome.ts';

/** The facts as they are after a pass changed its customer. */
export function withChanges(facts: Facts, changes: readonly Change[]): Facts {
  if (changes.length === 0) return facts;
  return { ...facts, attributes: withAttributes(facts.attributes, attributesSet(changes)) };
}

/** All attributes that some changes set, the last value of each; null takes one away. */
export const attributesSet = (changes: readonly Change[]): Record<string, Json> =>
  Object.assign({}, ...changes.map((change) => (change.kind === 'attributes' ? change.set : {}))) as Record<
    string,
    Json
  >;

const withAttributes = (before: Facts['attributes'], set: Readonly<Record<string, Json>>): Facts['attributes'] =>
  Object.fromEntries(Object.entries({ ...before, ...set }).filter(([, value]) => value !== null));
