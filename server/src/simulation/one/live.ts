import type { Fork } from '@tabiji/shared/api/simulate.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { happen, type Happening, type OnTold } from '../past/happening.ts';
import type { MemoryWorld } from '../world.ts';

/** Instants after which a journey is taken to go on for ever. */
const MOST_INSTANTS = 3000;

export interface Living {
  customer: { id: number; externalId: string };
  /** In any order. */
  happenings: readonly Happening[];
  until: Millis;
  forks?: readonly Fork[];
  startJourneys: (at: Millis) => boolean;
  /** Whether there is nothing left to follow. */
  isOver?: () => boolean;
  /** Called before anything happens at an instant. */
  onInstant?: (at: Millis) => void;
  /** Called before what follows from it. */
  onTold?: OnTold | undefined;
}

/**
 * Moves the clock from instant to instant until nothing is planned any more, or `until`; at one instant, what is told
 * comes first. Facts are received, timers fire, people move and mails go by the code of production.
 * @returns whether it came to its end
 */
export async function live(world: MemoryWorld, living: Living): Promise<'done' | 'too_long'> {
  const { customer, until, forks = [], startJourneys, isOver, onInstant, onTold } = living;
  const waiting = living.happenings.toSorted((a, b) => a.at - b.at);
  await settleWith(world, forks);
  for (let instants = 0; instants < MOST_INSTANTS; instants++) {
    const planned = (await world.next()) ?? Number.POSITIVE_INFINITY;
    const at = Math.max(world.now, Math.min(planned, waiting[0]?.at ?? Number.POSITIVE_INFINITY));
    if (at > until || at === Number.POSITIVE_INFINITY || isOver?.()) return 'done';
    world.moveTo(at);
    onInstant?.(at);
    while (waiting[0] && waiting[0].at <= at) {
      const happening = waiting.shift()!;
      await happen(world, customer, happening, { startJourneys: startJourneys(at), onTold });
    }
    await settleWith(world, forks);
  }
  return 'too_long';
}

/** Does what is due; work outside is answered by the forks, never done. */
async function settleWith(world: MemoryWorld, forks: readonly Fork[]): Promise<void> {
  await world.settle();
  while (await answer(world, forks)) await world.settle();
}

async function answer(world: MemoryWorld, forks: readonly Fork[]): Promise<boolean> {
  const { db } = world;
  const answered = db.effect.all().flatMap((work) => {
    const fork = forks.find(({ node }) => node === work.node);
    return fork ? [{ work, port: fork.port }] : [];
  });
  if (answered.length === 0) return false;
  const trx = db.begin(world.now);
  for (const { work } of answered) trx.delete(db.effect, work);
  db.commit(trx);
  await world.act(({ positions }, here) =>
    positions.resume(
      answered.map(({ work, port }) => ({ enrollmentId: work.enrollment_id, visit: work.visit, port, at: here.now })),
    ),
  );
  return true;
}
