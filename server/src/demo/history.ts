import type { Millis } from '@tabiji/shared/time.ts';
import { DAY, dayOf, iso, monthOf, shoppingTime } from './calendar.ts';
import { makePerson } from './person.ts';
import { SHOP_SEASON } from './products.ts';
import { makeHabit, type Habit } from './purchases.ts';
import { Random } from './random.ts';
import { tellPurchase, type Happening } from './tell-purchase.ts';

/** What a history is made from; the same story is told the same way for ever. */
export interface Story {
  seed: number;
  customers: number;
  /** Nothing happens later than this. */
  until: Millis;
}

/** How far back the demo's shop remembers: a year and a half. */
export const DAYS = 548;

/** The life of a small mail-order shop: customers, orders, parcels, visits and answers, in the order of their times. */
export function makeHistory({ seed, customers, until }: Story): Happening[] {
  const joined = Array.from({ length: customers }, (_, i) => joinTime(new Random(seed, i), until));
  return joined
    .toSorted((a, b) => a - b)
    .flatMap((joinedAt, i) => tellLife(new Random(seed, customers + i), i + 1, joinedAt, until))
    .filter(({ at }) => at <= until)
    .toSorted((a, b) => a.at - b.at);
}

/** The shop grows slowly and follows the year. */
function joinTime(random: Random, until: Millis): Millis {
  const busiest = Math.max(...SHOP_SEASON);
  for (;;) {
    const day = dayOf(until) - Math.floor(random.next() ** 1.15 * DAYS) * DAY;
    const at = shoppingTime(random, day);
    if (at <= until && random.chance(SHOP_SEASON[monthOf(at)]! / busiest)) return at;
  }
}

function tellLife(random: Random, number: number, joinedAt: Millis, until: Millis): Happening[] {
  const person = makePerson(random, number, joinedAt);
  const habit = makeHabit(random, joinedAt, until);
  const { customer } = person.identity;
  const registered = { at: joinedAt - 1000, fact: { type: 'identify', ...person.identity } } as const;
  const orders = habit.purchases.flatMap((purchase, i) => tellPurchase(random, { person, purchase, n: i + 1, until }));
  return [registered, ...orders, ...contractNews(random, customer, habit)];
}

const REASONS = ['余っている', '実感がない', '価格', '飽きた', 'その他'];

function contractNews(random: Random, customer: string, { contract }: Habit): Happening[] {
  if (!contract) return [];
  const say = (at: Millis, kind: '定期' | '通常', event: string, properties: Record<string, string>): Happening[] => [
    { at, fact: { type: 'identify', customer, attributes: { 購入区分: kind } } },
    { at, fact: { type: 'track', id: `${event}-${customer}`, customer, event, at: iso(at), properties } },
  ];
  const begun = say(contract.from, '定期', 'contract_started', { cycle: '30日' });
  if (contract.until === undefined) return begun;
  const reason = random.weighted(REASONS, (_, i) => 5 - i);
  return [...begun, ...say(contract.until, '通常', 'contract_ended', { reason })];
}
