import { firstDayWithRoom, roomOn, stillCounting } from '@tabiji/shared/sending/cap.ts';
import type { Cap } from '@tabiji/shared/sending/rules.ts';
import { topicRule } from '@tabiji/shared/sending/topics.ts';
import { fromLocalMillis, localMillis, type Millis } from '@tabiji/shared/time.ts';
import { DAY_LENGTH, dayOf, type Day } from '@tabiji/shared/time/day.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Store } from '../engine/store.ts';
import type { Due } from './due-mail.sql.ts';
import type { Place, Rivals } from './ledger.sql.ts';

/** How long a mail waits for the passes of its customer that are due, so that the more important mail goes first. */
const PATIENCE_MS = 5_000;

/** A mail with the zone in which its customer's days are counted. */
export interface Capped {
  due: Due;
  zone: string;
}

/** What the cap says to a mail that could go otherwise. */
export type UnderCap =
  | 'go'
  /** Something more important is due for the customer and has not been judged. */
  | 'outranked'
  /** A pass of the customer is due that may ask for something more important. */
  | 'early'
  /** The beginning of the first day on which there is room. */
  | { notBefore: Millis };

/**
 * Gives the places that are left to the most important mails, and writes them into the ledgers. The ledgers stay locked
 * until the transaction ends, so the cap holds however many senders there are.
 */
export async function underCap(
  { sending }: Pick<Store, 'sending'>,
  here: Here,
  cap: Cap,
  rows: readonly Capped[],
): Promise<Map<number, UnderCap>> {
  const answers = new Map<number, UnderCap>();
  if (rows.length === 0) return answers;
  const byCustomer = Map.groupBy(rows, ({ due }) => due.customerId);
  const customers = [...byCustomer.keys()];
  const known = await sending.lockLedgers(customers);
  const rivals = await sending.findRivals(customers);
  const ledgers: { customer: number; days: Day[] }[] = [];
  const places: Place[] = [];
  for (const [customer, mails] of byCustomer) {
    const zone = mails[0]!.zone;
    const today = dayOf(localMillis(here.now, zone));
    const days = stillCounting(today, known.get(customer) ?? [], cap.limits);
    const before = places.length;
    for (const { due } of mails.toSorted(byImportance)) {
      const room = roomOn(today, days, cap.limits);
      if (room === 0) answers.set(due.id, { notBefore: startOf(firstDayWithRoom(today, days, cap.limits), zone) });
      else if (room <= aheadOf(due, rows, rivals, (topic) => isExempt(here, cap, topic)))
        answers.set(due.id, 'outranked');
      else if (isEarly(due, rivals, here)) answers.set(due.id, 'early');
      else {
        days.push(today);
        places.push({ id: due.id, day: today });
        answers.set(due.id, 'go');
      }
    }
    if (places.length > before) ledgers.push({ customer, days });
  }
  await sending.writeLedgers(ledgers, places);
  return answers;
}

const byImportance = (a: Capped, b: Capped): number =>
  b.due.priority - a.due.priority || a.due.askedAt - b.due.askedAt || a.due.id - b.due.id;

/** Whether mails of a topic neither wait under the cap nor count. */
export const isExempt = ({ topics }: Pick<Here, 'topics'>, { exempt }: Cap, topic: string | null): boolean =>
  exempt.includes(topicRule(topics, topic).key);

/** How many mails of the same customer go first that are due and in nobody's hands. */
const aheadOf = (
  due: Due,
  rows: readonly Capped[],
  { waiting }: Rivals,
  isFree: (topic: string | null) => boolean,
): number =>
  waiting.filter(
    (rival) =>
      rival.customer === due.customerId &&
      rival.priority > due.priority &&
      !isFree(rival.topic) &&
      !rows.some((row) => row.due.id === rival.id),
  ).length;

/** Whether the customer is about to move in a journey that may want to write as well. */
const isEarly = (due: Due, { moving }: Rivals, { now }: Here): boolean =>
  moving.has(due.customerId) && now - due.askedAt < PATIENCE_MS;

const startOf = (day: Day, zone: string): Millis => fromLocalMillis(day * DAY_LENGTH, zone);
