import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import type { JourneyGraph, JourneySettings } from '@tabiji/shared/journey/graph.ts';
import type { Trigger } from '@tabiji/shared/journey/triggers.ts';
import { branch, journey, wait, type Stop } from '../support/build.ts';

/** What may be drawn and told at random: few names, so that questions and facts meet. */
const EVENTS = ['viewed', 'carted', 'left', 'asked', 'praised'];
const ATTRIBUTES = ['rank', 'renewal', 'city'];
const SEGMENTS = ['s0', 's1', 's2'];
const CUSTOMERS = ['ada', 'ben', 'chie', 'dora', 'emi', 'fumi'];

/** The same choices for the same seed. */
export function chooser(seed: number) {
  let state = (seed * 2_654_435_761) >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  return {
    upTo,
    one: <T>(list: readonly T[]): T => list[upTo(list.length - 1)]!,
    chance: (share: number) => random() < share,
    times: <T>(most: number, make: (i: number) => T): T[] => Array.from({ length: upTo(most) }, (_, i) => make(i)),
  };
}
export type Chooser = ReturnType<typeof chooser>;

export function randomCondition(pick: Chooser, { depth = 2, inJourney = true, segments = SEGMENTS } = {}): Condition {
  const below = () => randomCondition(pick, { depth: depth - 1, inJourney, segments });
  const since = () =>
    pick.one<{ since?: 'entered' | 'P2D' | 'P1D' }>([
      {},
      { since: 'P2D' },
      inJourney ? { since: 'entered' } : { since: 'P1D' },
    ]);
  const kinds: (() => Condition)[] = [
    () => ({ event: pick.one(EVENTS), op: 'gte', value: 1 + pick.upTo(1), ...since() }),
    () => ({ event: pick.one(EVENTS), op: 'eq', value: 0, ...since() }),
    () => ({ orders: 'count', op: 'gte', value: 1 + pick.upTo(2), ...since() }),
    () => ({ orders: 'amount', op: 'lt', value: 3000 * pick.upTo(3) }),
    () => ({ orders: 'last', op: pick.one(['withinLast', 'moreThanAgo']), value: 'P2D' }),
    () => ({ attribute: pick.one(['rank', 'city']), op: pick.one(['eq', 'ne', 'exists']), value: 'gold' }),
    () => ({ attribute: 'renewal', op: pick.one(['withinLast', 'moreThanAgo', 'exists']), value: 'P3D' }),
    ...(segments.length > 0 ? [() => ({ segment: pick.one(segments), member: pick.chance(0.7) })] : []),
    ...(depth > 0
      ? [() => ({ all: [below(), below()] }), () => ({ any: [below(), below()] }), () => ({ not: below() })]
      : []),
  ];
  return pick.one(kinds)();
}

/** Each may ask about those before it. */
export const randomSegments = (pick: Chooser): { key: string; condition: Condition }[] =>
  SEGMENTS.map((key, i) => ({
    key,
    condition: randomCondition(pick, { inJourney: false, segments: SEGMENTS.slice(0, i) }),
  }));

export function randomJourney(pick: Chooser, name: string): JourneyGraph {
  const triggers: (() => Trigger)[] = [
    () => ({ on: 'first_purchase' }),
    () => ({ on: 'nth_purchase', n: 2 }),
    () => ({ on: 'event', event: pick.one(EVENTS) }),
    () => ({ on: 'event', event: pick.one(EVENTS), where: [{ property: 'n', op: 'gte', value: 5 }] }),
    () => ({ on: 'segment', segment: pick.one(SEGMENTS), change: pick.one(['entered', 'left']) }),
    () => ({ on: 'elapsed', after: 'P2D', since: pick.one(['last_order', 'first_order', 'delivered'] as const) }),
    () => ({
      on: 'elapsed',
      after: 'P1D',
      since: pick.one(['attribute:renewal' as const, `event:${pick.one(EVENTS)}` as const]),
    }),
  ];
  const settings: Partial<JourneySettings> = {
    reentry: pick.one(['once', 'afterExit', 'always', { after: 'P1D' }]),
    ...(pick.chance(0.5) ? { goal: randomCondition(pick) } : {}),
    ...(pick.chance(0.4) ? { exitWhen: [randomCondition(pick)] } : {}),
  };
  const filter = pick.chance(0.3) ? { filter: randomCondition(pick, { inJourney: false }) } : {};
  return journey(
    { name, on: [pick.one(triggers)(), ...pick.times(1, () => pick.one(triggers)())], settings, ...filter },
    ...stops(pick, 2),
  );
}

const stops = (pick: Chooser, depth: number): Stop[] =>
  Array.from({ length: 1 + pick.upTo(1) }, (): Stop => {
    const arm = () => (depth > 0 ? stops(pick, depth - 1) : [wait('PT3H')]);
    const kind = pick.upTo(4);
    if (kind === 0) return wait(pick.one(['PT6H', 'P1D', 'P2D']));
    if (kind === 1) return branch(randomCondition(pick), arm(), arm());
    if (kind === 2)
      return {
        type: 'wait-until-date',
        config: { date: pick.one(['attribute:renewal', 'delivered']), past: 'go_on', waitForDate: 'P2D' },
        arms: { next: arm(), missing: arm() },
      };
    const what = kind === 3 ? { event: pick.one(EVENTS) } : randomCondition(pick);
    return { type: 'wait-for', config: { for: what, until: 'P2D' }, arms: { happened: arm(), timeout: arm() } };
  });

/** What a shop tells at once; orders may be told again, changed. */
export function randomFacts(pick: Chooser, number: number): Fact[] {
  return Array.from({ length: 1 + pick.upTo(7) }, (_, i): Fact => {
    const customer = pick.one(CUSTOMERS);
    const id = `${number}-${i}`;
    switch (pick.upTo(6)) {
      case 0:
      case 1:
      case 2:
        return { type: 'track', id, customer, event: pick.one([...EVENTS, 'noise']), properties: { n: pick.upTo(9) } };
      case 3:
        return {
          type: 'order',
          id,
          customer,
          amount: 1000 * (1 + pick.upTo(5)),
          status: pick.one(['placed', 'placed', 'cancelled']),
        };
      case 4: {
        const known = `${pick.upTo(number)}-${pick.upTo(3)}`;
        return {
          type: 'order',
          id: known,
          customer,
          amount: 2000,
          status: pick.one(['placed', 'cancelled', 'refunded']),
        };
      }
      case 5:
        return { type: 'shipment', id, customer, deliveredAt: '2026-03-02' };
      default:
        return {
          type: 'identify',
          customer,
          ...(pick.chance(0.2) ? { timeZone: pick.one(['Asia/Tokyo', 'America/New_York']) } : {}),
          attributes: {
            [pick.one(ATTRIBUTES)]: pick.one(['gold', 'silver', '2026-03-03', '2026-03-05T10:00:00Z', null]),
          },
        };
    }
  });
}
