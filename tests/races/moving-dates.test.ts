import { advance } from '@tabiji/server/engine/advance.ts';
import { ALL_SHARDS } from '@tabiji/server/engine/shards.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { exit, journey, mail, type Stop } from '../support/build.ts';
import { crowd } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const untilRenewal: Stop = {
  type: 'wait-until-date',
  config: { date: 'attribute:renewal', at: '10:00', past: 'go_on' },
  arms: { next: [mail('renewal')], missing: [exit('none')] },
};

test('a date that changes while customers begin to wait for it, or are due, takes every one of them along', async () => {
  await using world = await createWorld({ at: 'running' });
  await world.publish(journey({ on: { on: 'event', event: 'signed_up' } }, untilRenewal));
  const people = crowd(120);
  const stop = new AbortController();
  const advancing = [0, 1].map(async () => {
    while (!stop.signal.aborted) {
      const { moved } = await advance(world.services.inStore, world.workspaceId, ALL_SHARDS, 3);
      if (moved === 0) await pause(1);
    }
  });
  for (let i = 0; i < people.length; i += 5) {
    const some = people.slice(i, i + 5);
    const tell = (renewal: string | null) =>
      world.receive(some.flatMap((who) => world.facts.identify(who, { attributes: { renewal } })));
    await tell('2090-01-01');
    await world.receive(some.flatMap((who) => world.facts.event(who, 'signed_up')));
    await tell('2091-02-02');
    await tell(i % 2 === 0 ? '2092-03-03' : null);
  }
  stop.abort();
  await Promise.all(advancing);
  await world.settle();

  const ends = await world.query(
    `select coalesce(exit_reason, to_char(due_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI')) as end, count(*) as n
       from enrollment group by 1 order by 1`,
  );
  expect(ends).toEqual([
    { end: '2092-03-03 10:00', n: 60 },
    { end: 'none', n: 60 },
  ]);
});
