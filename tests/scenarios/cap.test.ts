import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { ada, ben, crowd, dora } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const visited = { on: 'event' as const, event: 'visited' };
const daily = { limits: [{ letters: 1, days: 1 }], exempt: [] };
const named = (name: string, settings = {}) =>
  journey({ name, on: visited, settings }, mail(name), wait('P1D'), mail(`${name}-2`));

test('of several letters the more important goes first, the others wait a day each; nothing is dropped', async () => {
  await using world = await createWorld();
  await world.rules({ cap: daily, quietHours: { from: '21:00', to: '08:00' } });
  await world.publish(named('low', { priority: 10 }));
  await world.publish(named('high', { priority: 90 }));
  await world.publish(named('plain'));
  await world.event(ada, 'visited');
  await world.travel('P9D');
  expect(await world.letters.datesTo(ada)).toEqual([
    ['2026-03-02 10:00', 'high'],
    ['2026-03-03 08:00', 'plain'], // its turn comes before the other one’s day begins
    ['2026-03-04 08:00', 'high-2'],
    ['2026-03-05 08:00', 'plain-2'],
    ['2026-03-06 08:00', 'low'],
    ['2026-03-07 08:00', 'low-2'],
  ]);
  const [low] = await world.query<{ holds: string[][] }>(`select holds from message where template = 'low'`);
  expect(low?.holds.map(([, why]) => why)).toEqual(['cap', 'cap', 'cap', 'cap']);
});

test('three in seven days on the calendar of the customer, whichever journeys they come from', async () => {
  await using world = await createWorld({ at: '2026-03-02T10:00:00+09:00' });
  await world.rules({
    cap: {
      limits: [
        { letters: 1, days: 1 },
        { letters: 3, days: 7 },
      ],
      exempt: [],
    },
  });
  await world.publish(journey({ on: visited, settings: { reentry: 'always' } }, mail('note')));
  for (let day = 0; day < 6; day++) {
    await world.event(dora, 'visited');
    await world.travel('P1D');
  }
  await world.travel('P20D');
  const dates = await world.query<{ day: string }>(
    `select to_char(at at time zone 'America/New_York', 'MM-DD') as day from letter order by at`,
  );
  expect(dates.map(({ day }) => day)).toEqual(['03-01', '03-02', '03-03', '03-08', '03-09', '03-10']);
});

test('letters of exempt topics neither wait nor count', async () => {
  await using world = await createWorld();
  await world.rules({ cap: { ...daily, exempt: ['transactional'] } });
  await world.publish(journey({ name: 'news', on: visited }, mail('news')));
  await world.publish(journey({ name: 'order', on: visited, settings: { topic: 'transactional' } }, mail('order')));
  await world.event(ada, 'visited');
  expect((await world.letters.templatesTo(ada)).toSorted()).toEqual(['news', 'order']);
});

test('a letter that is never handed over gives its place back', async () => {
  await using world = await createWorld();
  await world.rules({ cap: daily });
  await world.publish(journey({ name: 'a', on: visited, settings: { priority: 90 } }, mail('a')));
  await world.publish(journey({ name: 'b', on: visited }, mail('b')));
  await world.query('update template_version set html = $1 where key = $2', ['{{ customer.name | gone }}', 'a']);
  await world.event(ada, 'visited');
  expect(await world.query('select template, state from message order by state')).toEqual([
    { template: 'a', state: 'failed' },
  ]);
  expect(await world.query('select days from ledger')).toEqual([{ days: [] }]);
});

test('ten senders at once never take more places than there are, and the important letter has the first', async () => {
  await using world = await createWorld();
  await world.rules({ cap: daily });
  const people = crowd(12);
  const journeys = [];
  for (let n = 0; n < 10; n++) {
    const settings = { priority: n === 6 ? 90 : 50 };
    journeys.push(await world.publish(journey({ name: `j${n}`, on: { on: 'manual' }, settings }, mail(`m${n}`))));
  }
  for (const who of people) await world.identify(who);
  for (const one of journeys) await one.enroll(...people);
  expect(await world.query(`select count(*) as n from outbox where status = 'queued'`)).toEqual([{ n: 120 }]);
  const sender = async () => {
    for (let more = true; more;) more = (await sendDue(world.services, world.workspaceId, { limit: 7 })).more;
  };
  await Promise.all(Array.from({ length: 10 }, sender));
  expect(await world.query('select template, count(*) as n from letter group by 1')).toEqual([
    { template: 'm6', n: 12 },
  ]);
  await world.travel('P1D');
  await world.travel('PT1H');
  expect(
    await world.query(
      `select count(*) as n from letter group by customer_id, date(at at time zone 'Asia/Tokyo') having count(*) > 1`,
    ),
  ).toEqual([]);
  expect(await world.query('select count(*) as n from letter')).toEqual([{ n: 24 }]);
  await world.travel('P10D');
  expect(await world.query('select count(*) as n from letter')).toEqual([{ n: 120 }]);
});

test('a customer without an address takes nobody’s place, and the letter says why', async () => {
  await using world = await createWorld();
  await world.rules({ cap: daily });
  await world.publish(named('a'));
  await world.event({ ...ben, email: null }, 'visited');
  expect(await world.query('select because from message')).toEqual([{ because: 'no_address' }]);
  expect(await world.query('select from ledger')).toEqual([]);
});
