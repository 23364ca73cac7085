import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { pgStore } from '../engine/pg-store.ts';
import { NO_NEWS, react } from '../engine/react.ts';
import { readSetup } from '../engine/setup.ts';
import type { Performed, Work } from './performer.ts';
import { takeOff } from './work.sql.ts';

/**
 * Records what work outside came to: the enrollment goes on by the port it names, what it tells of the customer is kept,
 * and everything follows from that. The result of a claim that was taken over changes nothing.
 * @returns whether it was recorded
 */
export async function keepResult(
  trx: Trx,
  here: Here,
  work: Pick<Work, 'id' | 'fence' | 'customer' | 'enrollment'>,
  { port, attributes = {} }: Extract<Performed, { kind: 'done' }>,
): Promise<boolean> {
  const store = pgStore(trx, here);
  const tells = Object.keys(attributes).length > 0;
  if (tells) await store.customers.lockById([work.customer.id]); // customers before enrollments, as everybody does
  const { id: enrollmentId, visit } = work.enrollment;
  if (!(await takeOff(trx, here, { ...work, enrollmentId }))) return false;
  await store.positions.resume([{ enrollmentId, visit, port, at: here.now }]);
  if (!tells) return true;
  await store.customers.change(new Map([[work.customer.id, { attributes: { ...attributes } }]]));
  const [arrival] = await store.received.nextFactNumbers(1);
  const touched = new Map([[work.customer.id, { at: here.now, arrival: arrival! }]]);
  const setup = await readSetup(store, here.id);
  const news = { ...NO_NEWS, touched, described: new Set([work.customer.id]) };
  await react(store, here, news, { setup, startJourneys: true });
  return true;
}
