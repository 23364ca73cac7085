import type { Here } from '../db/in-workspace.ts';
import { readSetup } from './setup.ts';
import { startsOn } from './starts.ts';
import type { Store } from './store.ts';

/** A message that has been handed over. */
interface Sent {
  id: number;
  customerId: number;
  template: string;
}

/**
 * Lets journeys start on messages that were sent: by timers that are due at once, since whoever records a sending holds
 * enrollments, and customers are locked before those.
 */
export async function planSent(store: Store, here: Here, sent: readonly Sent[]): Promise<void> {
  if (sent.length === 0) return;
  const setup = await readSetup(store, here.id);
  const starts = startsOn(setup.starts, 'message').filter(({ trigger }) => trigger.what === 'sent');
  if (starts.length === 0) return;
  await store.timers.write(
    starts.flatMap(({ trigger, ref }) =>
      sent
        .filter(({ template }) => trigger.template === undefined || trigger.template === template)
        .map(({ id, customerId }) => ({ kind: 'start' as const, ref: `${ref}:m${id}`, customerId, at: here.now })),
    ),
  );
}
