import { expect, test } from 'vitest';
import type { Condition } from './condition.ts';
import { evaluate } from './evaluate.ts';
import { NO_FACTS, type Facts } from './facts.ts';
import { nextFlip } from './flip.ts';

const HOUR = 3_600_000;
const start = Date.parse('2026-02-20T03:00:01Z');
let seed = 11;
const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
const pick = <T>(list: readonly T[]): T => list[random(list.length)]!;
const duration = () => pick(['PT5H', 'P1D', 'P3D', 'P7D', 'P1M', 'P1DT1H']);

function someFacts(): Facts {
  const orders = Array.from({ length: random(4) }, (_, i) => ({
    at: start - random(40 * 24) * HOUR,
    arrival: i,
    amount: 1000,
    items: [],
  })).toSorted((a, b) => a.at - b.at);
  return {
    ...NO_FACTS,
    attributes: { day: pick(['2026-02-18', '2026-02-25', '2026-02-21T09:00:00Z', 'soon']) },
    orderCount: orders.length,
    orders,
    firstOrderAt: orders[0]?.at ?? null,
    lastOrderAt: orders.at(-1)?.at ?? null,
    events: {
      visited: orders.map(({ at }) => ({ at: at + HOUR, arrival: 9, properties: {} })).filter(({ at }) => at <= start),
    },
  };
}

const someLeaf = (): Condition =>
  pick<() => Condition>([
    () => ({ attribute: 'day', op: pick(['withinLast', 'moreThanAgo'] as const), value: duration() }),
    () => ({
      orders: pick(['first', 'last'] as const),
      op: pick(['withinLast', 'moreThanAgo'] as const),
      value: duration(),
    }),
    () => ({ orders: 'count', op: pick(['gte', 'eq', 'lt'] as const), value: random(3), since: duration() }),
    () => ({ orders: 'last', op: 'withinLast', value: duration(), since: duration() }),
    () => ({ event: 'visited', op: pick(['gte', 'eq'] as const), value: random(3), since: duration() }),
  ])();

/** Judging again only at the flips that are announced must come to the same as judging all the time. */
test('a condition never changes its truth before the flip that is announced', () => {
  let flips = 0;
  for (let round = 0; round < 150; round++) {
    const zone = pick(['Asia/Tokyo', 'America/New_York', 'UTC']);
    const facts = someFacts();
    const condition = random(2) ? someLeaf() : ({ any: [someLeaf(), { not: someLeaf() }] } satisfies Condition);
    let known = evaluate(condition, facts, { now: start, zone });
    let next = nextFlip(condition, facts, { now: start, zone });
    for (let now = start; now < start + 20 * 24 * HOUR; now += HOUR) {
      while (next !== undefined && next <= now) {
        const flipped = evaluate(condition, facts, { now: next, zone });
        if (flipped !== known) flips++;
        known = flipped;
        const later = nextFlip(condition, facts, { now: next, zone });
        expect(later ?? Infinity).toBeGreaterThan(next);
        next = later;
      }
      const said = `${JSON.stringify(condition)} ${zone} ${new Date(now).toISOString()}`;
      expect(evaluate(condition, facts, { now, zone }), said).toBe(known);
    }
  }
  expect(flips).toBeGreaterThan(20);
});
