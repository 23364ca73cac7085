import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { ada, ben, dora } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const welcome = (length: string, at?: string, settings = {}) =>
  journey({ on: { on: 'event', event: 'signed_up' }, settings }, wait(length, at), mail('hello'));

test('14 days at 18:00 are 14 calendar days, whatever the time of arrival', async () => {
  await using world = await createWorld({ at: '2026-03-02T00:01:00+09:00' });
  await world.publish(welcome('P14D', '18:00'));
  await world.event(ada, 'signed_up');
  await world.travelTo('2026-03-02T23:59:00+09:00');
  await world.event(ben, 'signed_up');
  await world.travel('P20D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-16 18:00', 'hello']]);
  expect(await world.letters.datesTo(ben)).toEqual([['2026-03-16 18:00', 'hello']]);
});

test('no days at 18:00 mean today while that lies ahead, else tomorrow', async () => {
  await using world = await createWorld({ at: '2026-03-02T17:59:00+09:00' });
  await world.publish(welcome('P0D', '18:00'));
  await world.event(ada, 'signed_up');
  await world.travelTo('2026-03-02T18:00:00+09:00');
  await world.event(ben, 'signed_up');
  await world.travel('P2D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-02 18:00', 'hello']]);
  expect(await world.letters.datesTo(ben)).toEqual([['2026-03-03 18:00', 'hello']]);
});

test('36 hours at 09:00 end at the first nine o’clock after they are over', async () => {
  await using world = await createWorld();
  await world.publish(welcome('PT36H', '09:00'));
  await world.event(ada, 'signed_up');
  expect(await world.standing(ada)).toEqual({ node: 'wait1', until: '2026-03-04 09:00' });
});

test('a wait without a time of day counts in full', async () => {
  await using world = await createWorld();
  await world.publish(welcome('P1DT2H30M'));
  await world.event(ada, 'signed_up');
  expect(await world.standing(ada)).toEqual({ node: 'wait1', until: '2026-03-03 12:30' });
});

test('a customer waits in their own time zone, or in the shop’s where the journey says so', async () => {
  await using world = await createWorld();
  await world.publish({ ...welcome('P1D', '18:00'), name: 'own' });
  await world.publish({ ...welcome('P1D', '18:00', { timeZone: 'workspace' }), name: 'shop' });
  await world.event(dora, 'signed_up'); // 20:00 on the 1st in New York
  const until = Object.fromEntries((await world.passages(dora)).map(({ journey, until }) => [journey, until]));
  expect(until).toEqual({ own: '2026-03-03 08:00', shop: '2026-03-03 18:00' });
});

test('a time that summer time leaves out is its first valid instant', async () => {
  await using world = await createWorld({ zone: 'America/New_York', at: '2026-03-07T12:00:00-05:00' });
  await world.publish(welcome('P1D', '02:30'));
  await world.event(ada, 'signed_up');
  expect(await world.standing(ada)).toEqual({ node: 'wait1', until: '2026-03-08 03:00' });
});

test('a time that comes twice when summer time ends is the first of the two, and comes once', async () => {
  await using world = await createWorld({ zone: 'America/New_York', at: '2026-10-31T12:00:00-04:00' });
  await world.publish(welcome('P1D', '01:30'));
  await world.event(ada, 'signed_up');
  await world.travelTo('2026-11-01T01:30:00-04:00');
  expect(await world.letters.templatesTo(ada)).toEqual(['hello']);
  await world.travel('P1D');
  expect(await world.letters.templatesTo(ada)).toEqual(['hello']);
});

test('a day is a calendar day and 24 hours are 24 hours when the clocks change', async () => {
  await using world = await createWorld({ zone: 'America/New_York', at: '2026-03-07T12:00:00-05:00' });
  await world.publish({ ...welcome('P1D'), name: 'day' });
  await world.publish({ ...welcome('PT24H'), name: 'hours' });
  await world.event(ada, 'signed_up');
  const until = Object.fromEntries((await world.passages(ada)).map(({ journey, until }) => [journey, until]));
  expect(until).toEqual({ day: '2026-03-08 12:00', hours: '2026-03-08 13:00' });
});

test('a month from the last of January ends with February', async () => {
  await using world = await createWorld({ at: '2026-01-31T10:00:00+09:00' });
  await world.publish(welcome('P1M', '10:00'));
  await world.event(ada, 'signed_up');
  expect(await world.standing(ada)).toEqual({ node: 'wait1', until: '2026-02-28 10:00' });
});
