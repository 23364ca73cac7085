import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { Random } from '../random.ts';
import { ROUGH_MS, ZONES } from '../world/begin.ts';

const HOUR = 3_600_000;

/** Facts that are told together, so long after the beginning. */
export interface Telling {
  after: number;
  facts: Fact[];
}

/** What a few customers do. Identical for one source of chance. */
export function story(random: Random, beginning: number): Telling[] {
  const tellings: Telling[] = [];
  const customers = Array.from({ length: random.int(2, 5) }, (_, i) => `c${i}`);
  let id = 0;
  const tell = (after: number, ...facts: Fact[]) => tellings.push({ after: Math.round(after), facts });
  const iso = (after: number) => new Date(beginning + after).toISOString();
  for (const customer of customers) {
    const come = random.next() * 40 * HOUR;
    const event = (after: number, name: string, late = false): Fact => ({
      type: 'track',
      id: `e${id++}`,
      customer,
      event: name,
      ...(late ? { at: iso(after - random.heavy(1000, 30 * 24 * HOUR)) } : {}),
    });
    const order = (): Fact => ({ type: 'order', id: `o${id++}`, customer, amount: random.int(1, 9) * 1000 });
    // Half of it just when waits end and letters leave, counted from the coming.
    const sometime = () =>
      random.chance(0.5)
        ? come +
          random.int(0, 3) * 24 * HOUR +
          random.pick([0, HOUR / 6, 2 * HOUR, 20 * HOUR]) +
          random.heavy(100, 3 * HOUR)
        : come + random.next() * (ROUGH_MS - 48 * HOUR - come);
    tell(come, {
      type: 'identify',
      customer,
      email: `${customer}@example.com`,
      lastName: 'Yamada',
      timeZone: random.chance(0.5) ? random.pick(ZONES) : null,
      attributes: { rank: random.pick(['a', 'b']) },
    });
    const together = random.chance(0.5);
    const signup = come + random.int(0, 5000);
    tell(signup, event(come, 'signup'), ...(together ? [order()] : []));
    // Just when the first pass is taken, which may begin to listen for it.
    for (let i = random.int(0, 3); i > 0; i--) {
      const after = signup + random.int(0, 400);
      tell(after, event(after, 'visited'));
    }
    if (!together) tell(come + random.next() * 30 * HOUR, order());
    for (let i = random.int(0, 5); i > 0; i--) {
      const after = sometime();
      tell(after, event(after, random.pick(['visited', 'visited', 'signup']), random.chance(0.2)));
    }
    for (let i = random.int(0, 2); i > 0; i--) {
      const after = sometime();
      tell(after, order());
      if (random.chance(0.5)) tell(after + random.int(0, 1500), order());
    }
    if (random.chance(0.35)) {
      const after = sometime();
      tell(after, event(after, 'bought'));
    }
    if (random.chance(0.4)) tell(sometime(), { type: 'identify', customer, attributes: { stop: true } });
    for (let i = random.int(0, 2); i > 0; i--)
      tell(sometime(), {
        type: 'identify',
        customer,
        lastName: random.pick(['Sato', 'Mori']),
        attributes: { rank: random.pick(['a', 'b']) },
      });
  }
  return tellings;
}
