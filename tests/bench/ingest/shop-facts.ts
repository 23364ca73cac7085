import type { Fact } from '@tabiji/shared/api/facts.ts';
import { CATEGORIES, STORES } from './journeys.ts';
import { randomFrom } from '../frame/random.ts';

/**
 * Customers by the last digit of their number: 0–4 have no order, 5 none and wait in a journey, 6–8 one order, 9 two.
 * Every fact that sets something off concerns a customer whom no other such fact concerns, so that what must follow
 * can be counted beforehand.
 */
export const CLASSES = { fresh: [0, 1, 2, 3, 4], inside: [5], once: [6, 7, 8], twice: [9] } as const;

/** What must be stored, and what must have followed, when all facts have been told. */
export interface Expected {
  events: number;
  orders: number;
  duplicates: number;
  newcomers: number;
  entered: number;
  ended: number;
}

export interface Told {
  fact: Fact;
  /** What it must bring about. */
  brings?: Partial<Expected>;
}

/** Of a thousand facts: how many of each kind. 50 of them match a live journey; the others concern none. */
const MIX: readonly (readonly [kind: keyof typeof KINDS, share: number])[] = [
  ['view', 939],
  ['newcomer', 1],
  ['again', 10],
  ['cart', 24],
  ['store', 8],
  ['firstOrder', 5],
  ['secondOrder', 3],
  ['goalOrder', 2],
  ['review', 4],
  ['trial', 2],
  ['refusal', 2],
];

/** Tells facts of one round, in an order that mixes the kinds evenly. `from` sets rounds apart. */
export function tellFacts(count: number, { customers, round }: { customers: number; round: number }): Told[] {
  const draw = drawsOf(customers, round);
  const random = randomFrom(round * 7919 + 17);
  const schedule = MIX.flatMap(([kind, share]) => Array.from({ length: share }, () => kind));
  const told: Told[] = [];
  for (let start = 0; start < count; start += schedule.length) {
    shuffle(schedule, random);
    for (const kind of schedule.slice(0, Math.min(schedule.length, count - start)))
      told.push(KINDS[kind]({ n: told.length, id: `${round}-${told.length}`, random, draw, told, customers }));
  }
  return told;
}

interface Occasion {
  n: number;
  id: string;
  random: () => number;
  draw: (kind: keyof typeof CLASSES) => string;
  told: readonly Told[];
  customers: number;
}

const EVENT = { events: 1 };

const KINDS = {
  view: ({ n, id, random, customers }: Occasion): Told => ({
    fact: {
      type: 'track',
      id: `v-${id}`,
      customer: `c${1 + Math.floor(random() * customers)}`,
      event: ['viewed_product', 'viewed_page', 'searched', 'opened_app'][n % 4]!,
      properties: { path: `/products/${n % 997}`, referrer: 'newsletter', seconds: n % 61 },
    },
    brings: EVENT,
  }),
  newcomer: ({ id }: Occasion): Told => ({
    fact: { type: 'track', id: `n-${id}`, customer: `new-${id}`, event: 'viewed_page', properties: { path: '/' } },
    brings: { events: 1, newcomers: 1 },
  }),
  /** The sender was not sure and tells once more. */
  again: (occasion: Occasion): Told => {
    const before = occasion.told[occasion.n - 1 - Math.floor(occasion.random() * Math.min(occasion.n, 500))];
    return before ? { fact: before.fact, brings: { duplicates: 1 } } : KINDS.view(occasion);
  },
  cart: ({ n, id, draw }: Occasion): Told => ({
    fact: {
      type: 'track',
      id: `c-${id}`,
      customer: draw('fresh'),
      event: 'cart_left',
      properties: { category: `category-${n % CATEGORIES}`, items: 2 },
    },
    brings: { events: 1, entered: 1 },
  }),
  store: ({ n, id, draw }: Occasion): Told => ({
    fact: { type: 'track', id: `s-${id}`, customer: draw('fresh'), event: `visited_store_${n % STORES}` },
    brings: { events: 1, entered: 1 },
  }),
  firstOrder: ({ id, draw }: Occasion): Told => ({
    fact: order(id, draw('fresh')),
    brings: { orders: 1, entered: 1 },
  }),
  /** Second purchase, and into the segment of repeaters. */
  secondOrder: ({ id, draw }: Occasion): Told => ({
    fact: order(id, draw('once')),
    brings: { orders: 1, entered: 2 },
  }),
  /** Ends the journey the customer is in, and is a first purchase. */
  goalOrder: ({ id, draw }: Occasion): Told => ({
    fact: order(id, draw('inside')),
    brings: { orders: 1, entered: 1, ended: 1 },
  }),
  review: ({ id, draw }: Occasion): Told => ({
    fact: { type: 'track', id: `r-${id}`, customer: draw('fresh'), event: 'reviewed', properties: { stars: 5 } },
    brings: { events: 1, entered: 1 },
  }),
  trial: ({ id, draw }: Occasion): Told => ({
    fact: { type: 'track', id: `t-${id}`, customer: draw('fresh'), event: 'trial_started' },
    brings: EVENT,
  }),
  refusal: ({ id, draw }: Occasion): Told => ({
    fact: { type: 'track', id: `u-${id}`, customer: draw('inside'), event: 'unsubscribed' },
    brings: { events: 1, ended: 1 },
  }),
};

const order = (id: string, customer: string): Fact => ({
  type: 'order',
  id: `o-${id}`,
  customer,
  amount: 3_800,
  items: [{ product: 'green-tea', quantity: 2, price: 1_900 }],
});

export function expectedOf(told: readonly Told[]): Expected {
  const sum: Expected = { events: 0, orders: 0, duplicates: 0, newcomers: 0, entered: 0, ended: 0 };
  for (const { brings } of told)
    for (const key of Object.keys(sum) as (keyof Expected)[]) sum[key] += brings?.[key] ?? 0;
  return sum;
}

const MOST_ROUNDS = 24;

/** Draws customers of a class in scattered order, each once; every round has a share of its own. */
function drawsOf(customers: number, round: number): (kind: keyof typeof CLASSES) => string {
  const drawn = { fresh: 0, inside: 0, once: 0, twice: 0 };
  const tens = Math.floor(customers / 10);
  return (kind) => {
    const digits = CLASSES[kind];
    const size = tens * digits.length;
    const share = Math.floor(size / MOST_ROUNDS);
    if (drawn[kind] >= share)
      throw new Error(`${customers} customers are too few for so many facts: ${share} are ${kind} in each round`);
    const place = (((round % MOST_ROUNDS) * share + drawn[kind]++) * 7919) % size; // 7919 is prime: each place once
    return `c${Math.floor(place / digits.length) * 10 + digits[place % digits.length]! || customers}`;
  };
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}
