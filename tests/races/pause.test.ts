import { advance } from '@tabiji/server/engine/advance.ts';
import { ALL_SHARDS } from '@tabiji/server/engine/shards.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { crowd } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const visited = { on: 'event' as const, event: 'visited' };

test.each(['now', 'shift'] as const)(
  'paused and resumed (%s) again and again while everybody moves: nobody is lost, nobody written to twice',
  async (policy) => {
    await using world = await createWorld();
    const one = await world.publish(journey({ on: visited }, wait('PT1H'), mail('a'), wait('PT1H'), mail('b')));
    const people = crowd(40);
    await world.receive(people.flatMap((who) => world.facts.event(who, 'visited')));
    const over = new AbortController();
    const { inStore } = world.services;
    const advancing = async () => {
      while (!over.signal.aborted) await advance(inStore, world.workspaceId, ALL_SHARDS, 7);
    };
    const sending = async () => {
      while (!over.signal.aborted) await sendDue(world.services, world.workspaceId, { limit: 5 });
    };
    const pausing = async () => {
      for (let n = 0; n < 6; n++) {
        await one.pause();
        await one.resume(policy);
      }
      over.abort();
    };
    await Promise.all([advancing(), advancing(), sending(), pausing()]);
    await world.travel('P2D');
    expect(await world.query('select exit_reason, count(*) as n from enrollment group by 1')).toEqual([
      { exit_reason: 'completed', n: 40 },
    ]);
    expect(await world.query('select template, count(*) as n from letter group by 1 order by 1')).toEqual([
      { template: 'a', n: 40 },
      { template: 'b', n: 40 },
    ]);
    expect(await world.query('select count(*) as n from enrollment where held_due is not null')).toEqual([{ n: 0 }]);
  },
);
