import { attributesSet } from '@tabiji/shared/engine/changes.ts';
import type { Json } from '@tabiji/shared/json.ts';
import type { Here } from '../db/in-workspace.ts';
import { NO_NEWS, react } from './react.ts';
import { readSetup } from './setup.ts';
import type { Store } from './store.ts';
import type { Walked } from './take-pass.ts';

/**
 * Writes what passes change about their customers, whom this transaction holds, and lets everything follow from it that
 * would follow if the shop had told it: segments, goals, listeners, journeys that start. In the passes' transaction.
 */
export async function keepChanges(store: Store, here: Here, walked: readonly Walked[]): Promise<void> {
  const changing = walked.filter(({ pass }) => pass.changes.length > 0);
  if (changing.length === 0) return;
  const attributes = new Map<number, Record<string, Json>>();
  for (const { row, pass } of changing) {
    const set = attributesSet(pass.changes);
    if (Object.keys(set).length > 0) attributes.set(row.customer_id, { ...attributes.get(row.customer_id), ...set });
  }
  await store.customers.change(new Map([...attributes].map(([customer, set]) => [customer, { attributes: set }])));
  await store.customers.subscribe(
    changing.flatMap(({ row, pass }) =>
      pass.changes.flatMap((change) =>
        change.kind === 'subscription'
          ? [
              {
                customerId: row.customer_id,
                topic: change.topic,
                subscribed: change.subscribed,
                source: `journey:${row.journey_id}`,
              },
            ]
          : [],
      ),
    ),
  );
  const customers = [...attributes.keys()];
  const numbers = await store.received.nextFactNumbers(customers.length);
  const touched = new Map(customers.map((customer, i) => [customer, { at: here.now, arrival: numbers[i]! }]));
  const setup = await readSetup(store, here.id);
  await react(store, here, { ...NO_NEWS, touched, described: new Set(customers) }, { setup, startJourneys: true });
}
