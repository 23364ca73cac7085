import type { Reentry } from '@tabiji/shared/journey/graph.ts';
import { expect, test } from 'vitest';
import { exit, journey, wait } from '../support/build.ts';
import { ada } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const visits = (reentry: Reentry) =>
  journey({ on: { on: 'event', event: 'visited' }, settings: { reentry } }, wait('P2D'), exit('done'));

/** How often somebody has entered after visiting at once, a day later, and five days later. */
async function entriesBy(reentry: Reentry): Promise<number[]> {
  await using world = await createWorld();
  await world.publish(visits(reentry));
  const counts: number[] = [];
  for (const pause of ['PT1S', 'P1D', 'P4D']) {
    await world.travel(pause);
    await world.event(ada, 'visited');
    counts.push((await world.passages(ada)).length);
  }
  return counts;
}

test('once: never again', async () => expect(await entriesBy('once')).toEqual([1, 1, 1]));
test('after the exit: not while inside', async () => expect(await entriesBy('afterExit')).toEqual([1, 1, 2]));
test('after three days: counted from entering', async () =>
  expect(await entriesBy({ after: 'P3D' })).toEqual([1, 1, 2]));
test('after a day: to the second, even while inside', async () =>
  expect(await entriesBy({ after: 'P1D' })).toEqual([1, 2, 3]));
test('always: with every fact', async () => expect(await entriesBy('always')).toEqual([1, 2, 3]));

test('one fact never starts a journey twice, told again or matching two triggers', async () => {
  await using world = await createWorld();
  const both = journey(
    {
      on: [
        { on: 'event', event: 'visited' },
        { on: 'event', event: 'visited', where: [{ property: 'shop', op: 'eq', value: 'Kyoto' }] },
      ],
      settings: { reentry: 'always' },
    },
    exit('done'),
  );
  await world.publish(both);
  await world.event(ada, 'visited', { shop: 'Kyoto' }, { id: 'v1' });
  await world.event(ada, 'visited', { shop: 'Kyoto' }, { id: 'v1' });
  expect(await world.exits(ada)).toEqual(['done']);
});

test('who left by the goal may come again where the rule is after the exit', async () => {
  await using world = await createWorld();
  const goal = { event: 'booked', op: 'gte' as const, value: 1, since: 'entered' as const };
  await world.publish(
    journey({ on: { on: 'event', event: 'visited' }, settings: { reentry: 'afterExit', goal } }, wait('P9D')),
  );
  await world.event(ada, 'visited');
  await world.event(ada, 'booked');
  await world.event(ada, 'visited');
  expect(await world.exits(ada)).toEqual(['goal', null]);
});
