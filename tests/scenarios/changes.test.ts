import { expect, test } from 'vitest';
import { journey, mail, node, wait, branch } from '../support/build.ts';
import { ada, ben, crowd } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const signedUp = { on: 'event' as const, event: 'signed_up' };
const update = (...steps: Record<string, unknown>[]) => node('update', { steps });
const attributesOf = async (world: World, customer: string) =>
  (await world.query<{ attributes: unknown }>('select attributes from customer where external_id = $1', [customer]))[0]
    ?.attributes;

test('attributes, tags and counters change with the pass, and nodes behind it see them', async () => {
  await using world = await createWorld();
  const fan = { attribute: 'stage', op: 'eq' as const, value: 'fan' };
  await world.publish(
    journey(
      { on: signedUp },
      update(
        { do: 'set', attribute: 'stage', value: 'fan' },
        { do: 'add', attribute: 'points', by: 3 },
        { do: 'tag', tag: 'vip' },
        { do: 'clear', attribute: 'trial' },
        { do: 'copy', attribute: 'from', event: 'signed_up', property: 'page' },
      ),
      branch(fan, [mail('welcome')]),
    ),
  );
  await world.identify(ada, { attributes: { trial: true, points: 4 } });
  await world.event(ada, 'signed_up', { page: 'top' });
  expect(await attributesOf(world, 'ada')).toEqual({ stage: 'fan', points: 7, tags: ['vip'], from: 'top' });
  expect(await world.letters.templatesTo(ada)).toEqual(['welcome']);
});

test('two journeys that count at the same moment both count', async () => {
  await using world = await createWorld();
  for (const name of ['one', 'two', 'three'])
    await world.publish(journey({ name, on: signedUp }, update({ do: 'add', attribute: 'visits', by: 1 })));
  const people = crowd(30);
  await world.tell(people.flatMap((who) => world.facts.event(who, 'signed_up')));
  for (const who of people) expect(await attributesOf(world, who.customer)).toEqual({ visits: 3 });
});

test('what a journey changes moves segments, meets goals, wakes listeners and starts journeys, at once', async () => {
  await using world = await createWorld();
  const fan = { attribute: 'stage', op: 'eq' as const, value: 'fan' };
  await world.segment('fans', fan);
  await world.publish(journey({ name: 'goal', on: signedUp, settings: { goal: fan } }, wait('P9D'), mail('too-late')));
  await world.publish(
    journey(
      { name: 'listener', on: signedUp },
      node('wait-for', { for: fan, until: 'P9D' }, { happened: [mail('heard')], timeout: [mail('silence')] }),
    ),
  );
  await world.publish(
    journey({ name: 'started', on: { on: 'segment', segment: 'fans', change: 'entered' } }, mail('fan')),
  );
  await world.publish(
    journey({ name: 'changer', on: signedUp }, wait('P1D'), update({ do: 'set', attribute: 'stage', value: 'fan' })),
  );
  await world.event(ada, 'signed_up');
  await world.travel('P1D');
  expect(await world.members('fans')).toEqual(['ada']);
  expect(await world.letters.datesTo(ada)).toEqual(
    expect.arrayContaining([
      ['2026-03-03 10:00', 'heard'],
      ['2026-03-03 10:00', 'fan'],
    ]),
  );
  await world.travel('P20D');
  expect((await world.letters.templatesTo(ada)).toSorted()).toEqual(['fan', 'heard']);
  expect(await world.exits(ada)).toContain('goal');
});

test('a change that meets the goal of its own journey ends it, and the letter behind it is not sent', async () => {
  await using world = await createWorld();
  const done = { attribute: 'done', op: 'exists' as const };
  await world.publish(
    journey(
      { on: signedUp, settings: { goal: done } },
      update({ do: 'set', attribute: 'done', value: true }),
      mail('late'),
    ),
  );
  await world.event(ada, 'signed_up');
  expect(await world.letters.all()).toEqual([]);
  expect(await world.exits(ada)).toEqual(['goal']);
});

test('yes and no to a topic are kept with their time and the journey', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(
    journey(
      { on: signedUp },
      node('subscribe', { topic: 'news', subscribed: true }),
      node('subscribe', { topic: 'offers', subscribed: true }),
      wait('P1D'),
      node('subscribe', { topic: 'offers', subscribed: false }),
    ),
  );
  await world.event(ada, 'signed_up');
  await world.event(ben, 'signed_up');
  await world.travel('P1D');
  const source = `journey:${id}`;
  expect(
    await world.query(
      `select topic, subscribed, source, at from subscription s join customer c on c.id = s.customer_id
        where external_id = 'ada' order by topic`,
    ),
  ).toEqual([
    { topic: 'news', subscribed: true, source, at: new Date('2026-03-02T01:00:00Z') },
    { topic: 'offers', subscribed: false, source, at: new Date('2026-03-03T01:00:00Z') },
  ]);
});
