import { advance } from '@tabiji/server/engine/advance.ts';
import { ALL_SHARDS } from '@tabiji/server/engine/shards.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { journey, mail, type Stop } from '../support/build.ts';
import { crowd } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const listening: Stop = {
  type: 'wait-for',
  config: { for: { event: 'answered' }, until: 'P1D' },
  arms: { happened: [mail('thanks')], timeout: [mail('reminder')] },
};

test('an answer that comes while the listener is set up is heard, by everybody', async () => {
  await using world = await createWorld({ at: 'running' });
  await world.publish(journey({ on: { on: 'event', event: 'asked' } }, listening));
  const people = crowd(150);
  const stop = new AbortController();
  const advancing = [0, 1].map(async () => {
    while (!stop.signal.aborted) {
      const { moved } = await advance(world.services.inStore, world.workspaceId, ALL_SHARDS, 3);
      if (moved === 0) await pause(1);
    }
  });
  for (let i = 0; i < people.length; i += 5) {
    const some = people.slice(i, i + 5);
    await world.receive(some.flatMap((who) => world.facts.event(who, 'asked')));
    await world.receive(some.flatMap((who) => world.facts.event(who, 'answered')));
  }
  stop.abort();
  await Promise.all(advancing);
  await world.settle();
  await world.drain();

  const letters = await world.query('select template, count(*) as n from letter group by 1 order by 1');
  expect(letters).toEqual([{ template: 'thanks', n: 150 }]);
});

test('who hears nothing goes on when the time is up, and later answers change nothing', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: { on: 'event', event: 'asked' } }, listening));
  const [early, late] = crowd(2) as [ReturnType<typeof crowd>[0], ReturnType<typeof crowd>[0]];
  for (const who of [early, late]) await world.event(who, 'asked');
  await world.travel('PT5H');
  await world.event(early, 'answered');
  await world.travel('P2D');
  await world.event(late, 'answered');
  expect(await world.letters.datesTo(early)).toEqual([['2026-03-02 15:00', 'thanks']]);
  expect(await world.letters.datesTo(late)).toEqual([['2026-03-03 10:00', 'reminder']]);
});
