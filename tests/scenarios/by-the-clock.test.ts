import type { Trigger } from '@tabiji/shared/journey/triggers.ts';
import { expect, test } from 'vitest';
import { exit, journey, mail } from '../support/build.ts';
import { ada, ben, chie, crowd, dora } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const birthday: Trigger = { on: 'anniversary', attribute: 'birthday', offset: '-P7D', at: '10:00' };

test('a birthday comes every year, in the customer’s zone, and moves when it is corrected', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: birthday, settings: { reentry: 'always' } }, mail('hello')));
  await world.identify(ada, { attributes: { birthday: '1980-03-20' } });
  await world.identify(ben, { attributes: { birthday: '1980-03-20' } });
  await world.identify(ben, { attributes: { birthday: '1990-03-25' } });
  await world.identify(chie, { attributes: { birthday: 'spring' } });
  await world.identify(dora, { attributes: { birthday: '1980-03-20' } });
  for (const half of ['P200D', 'P200D']) await world.travel(half);
  expect(await world.letters.datesTo(ada)).toEqual([
    ['2026-03-13 10:00', 'hello'],
    ['2027-03-13 10:00', 'hello'],
  ]);
  expect(await world.letters.datesTo(ben)).toEqual([
    ['2026-03-18 10:00', 'hello'],
    ['2027-03-18 10:00', 'hello'],
  ]);
  expect(await world.letters.datesTo(chie)).toEqual([]);
  expect((await world.letters.datesTo(dora))[0]).toEqual(['2026-03-13 23:00', 'hello']);
});

test('what happened on 29 February comes back on the 28th, or the 29th where there is one', async () => {
  await using world = await createWorld({ at: '2027-02-01T10:00:00+09:00' });
  await world.identify(ada, { attributes: { since: '2024-02-29' } });
  const on: Trigger = { on: 'anniversary', attribute: 'since', at: '09:00' };
  await world.publish(journey({ on, settings: { reentry: 'always' } }, mail('hello')));
  for (const half of ['P200D', 'P200D']) await world.travel(half);
  expect((await world.letters.datesTo(ada)).map(([at]) => at)).toEqual(['2027-02-28 09:00', '2028-02-29 09:00']);
});

test('a schedule takes in everybody who meets the filters, each occurrence once', async () => {
  await using world = await createWorld();
  const filter = { orders: 'count' as const, op: 'gte' as const, value: 1 };
  const on: Trigger = { on: 'schedule', cron: '0 10 1 * *', filter: { attribute: 'refused', op: 'missing' } };
  await world.publish(journey({ on, filter, settings: { reentry: 'always' } }, mail('hello')));
  await world.order(ada);
  await world.order(ben);
  await world.identify(ben, { attributes: { refused: true } });
  await world.identify(chie);
  await world.travel('P70D');
  expect((await world.letters.datesTo(ada)).map(([at]) => at)).toEqual(['2026-04-01 10:00', '2026-05-01 10:00']);
  expect(await world.letters.datesTo(ben)).toEqual([]);
  expect(await world.letters.datesTo(chie)).toEqual([]);
  expect(await world.query('select * from refusal')).toEqual([]);
});

test('a large shop goes in page by page, and a publish in the middle doubles nobody', async () => {
  await using world = await createWorld();
  const people = crowd(2300);
  for (let from = 0; from < people.length; from += 500)
    await world.receive(
      people.slice(from, from + 500).flatMap((one) => [{ type: 'identify' as const, customer: one.customer }]),
    );
  const daily = journey({ on: { on: 'schedule', cron: '0 10 * * *' }, settings: { reentry: 'always' } }, exit('in'));
  const published = await world.publish(daily);
  await world.travel('P1D');
  const entered = () =>
    world.query('select count(*)::int as n, count(distinct customer_id)::int as people from enrollment');
  expect(await entered()).toEqual([{ n: 2300, people: 2300 }]);
  await published.republish(daily);
  await world.travel('P1D');
  expect(await entered()).toEqual([{ n: 4600, people: 2300 }]);
  await published.republish(journey({ on: { on: 'manual' } }, exit('in')));
  await world.travel('P3D');
  expect(await entered()).toEqual([{ n: 4600, people: 2300 }]);
});
