import type { Here } from '../db/in-workspace.ts';
import { eachOrPark } from './or-park.ts';
import type { Store } from './store.ts';
import type { UnderWay } from './under-way.ts';

/** Lets listeners go on by the port that their node names for what is known now. */
export async function wakeWhoHear(store: Store, here: Here, passages: readonly UnderWay[]): Promise<void> {
  const listening = passages.filter(({ row }) => row.listens);
  if (listening.length === 0) return;
  const arrival = await store.facts.newest();
  const heard = await eachOrPark(store, listening, ({ row, node, facts, occasion }) => {
    if (!node || !row.intent) return undefined;
    const port = node.definition.hears?.({
      config: node.config,
      facts,
      now: here.now,
      zone: occasion.zone,
      occasion,
      arrival,
      reached: { at: row.intent.from, arrival },
      enrollment: { id: row.id, customer: row.customer_id, journey: row.journey_id, node: row.node },
      memory: row.memory?.[row.node],
      intent: row.intent,
    });
    return port === undefined ? undefined : { enrollmentId: row.id, visit: row.visit, port, at: here.now };
  });
  await store.positions.wake(heard);
}
