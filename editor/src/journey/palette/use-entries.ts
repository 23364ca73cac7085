import { matches } from '../../folded.ts';
import type { Entry } from './entry.ts';
import { useActionEntries } from './use-action-entries.ts';
import { useCustomerEntries } from './use-customer-entries.ts';
import { useNodeEntries } from './use-node-entries.ts';
import { usePlaceEntries } from './use-place-entries.ts';

/** Everything that a query finds, in groups; with nothing typed what can be done comes alone. */
export function useEntries(query: string): Entry[] {
  const actions = useActionEntries();
  const nodes = useNodeEntries();
  const places = usePlaceEntries();
  const customers = useCustomerEntries(query.trim());
  const all = query.trim() === '' ? actions : [...actions, ...nodes, ...places];
  const found = all.filter(({ label, about }) => matches(query, [label, about]));
  return [...found, ...customers];
}
