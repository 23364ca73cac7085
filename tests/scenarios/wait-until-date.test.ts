import { expect, test } from 'vitest';
import { exit, journey, mail, wait, type Plan, type Stop } from '../support/build.ts';
import { ada, ben, dora } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const until = (config: Record<string, unknown>, arms: Partial<Record<'past' | 'missing', Stop[]>> = {}): Stop => ({
  type: 'wait-until-date',
  id: 'day',
  config: { past: 'go_on', at: '10:00', ...config },
  arms: {
    next: [mail('hello')],
    ...(config['past'] === 'skip' && { past: [exit('past')] }),
    missing: [exit('none')],
    ...arms,
  },
});
const signedUp: Plan = { on: { on: 'event', event: 'signed_up' } };
const bought: Plan = { on: { on: 'first_purchase' } };

test('a date that is put off, brought forward and taken away takes those who wait for it along', async () => {
  await using world = await createWorld();
  await world.publish(journey(signedUp, until({ date: 'attribute:renewal', offset: '-P7D' })));
  await world.identify(ada, { attributes: { renewal: '2026-04-01' } });
  await world.event(ada, 'signed_up');
  expect(await world.standing(ada)).toEqual({ node: 'day', until: '2026-03-25 10:00' });
  await world.identify(ada, { attributes: { renewal: '2026-05-01' } });
  expect(await world.standing(ada)).toEqual({ node: 'day', until: '2026-04-24 10:00' });
  await world.identify(ada, { attributes: { renewal: '2026-03-20' } });
  expect(await world.standing(ada)).toEqual({ node: 'day', until: '2026-03-13 10:00' });
  await world.identify(ada, { attributes: { colour: 'blue' } });
  expect(await world.standing(ada)).toEqual({ node: 'day', until: '2026-03-13 10:00' });
  await world.identify(ada, { attributes: { renewal: null } });
  expect(await world.exits(ada)).toEqual(['none']);
  await world.travel('P60D');
  expect(await world.letters.templatesTo(ada)).toEqual([]);
  expect(await world.diary(ada)).toEqual([
    'start leave next',
    'day sleep next',
    'day sleep next',
    'day sleep next',
    'day sleep missing',
    'day leave missing',
    'exit1 exit none',
  ]);
});

test('brought forward into the past: at once, or by the port that says so', async () => {
  await using world = await createWorld();
  await world.publish({ ...journey(signedUp, until({ date: 'attribute:renewal' })), name: 'goes on' });
  await world.publish({ ...journey(signedUp, until({ date: 'attribute:renewal', past: 'skip' })), name: 'skips' });
  await world.publish({
    ...journey(signedUp, until({ date: 'attribute:renewal', past: 'skip', late: 'P3D' })),
    name: 'a little late',
  });
  await world.identify(ada, { attributes: { renewal: '2026-04-01' } });
  await world.event(ada, 'signed_up');
  await world.identify(ada, { attributes: { renewal: '2026-03-01' } });
  expect((await world.passages(ada)).map(({ journey, reason }) => [journey, reason])).toEqual([
    ['goes on', 'completed'],
    ['skips', 'past'],
    ['a little late', 'completed'],
  ]);
});

test('three days after arrival: by an estimate until the parcel is told of, then by the parcel', async () => {
  await using world = await createWorld();
  await world.publish(journey(bought, until({ date: 'delivered', offset: 'P3D', estimate: 'P2D', past: 'skip' })));
  await world.order(ada, { id: 'A-1' });
  expect(await world.standing(ada)).toEqual({ node: 'day', until: '2026-03-07 10:00' });
  await world.travelTo('2026-03-05T12:00:00+09:00');
  await world.ship(ada, { id: 'S-1', order: 'A-1', shippedAt: '2026-03-05' });
  expect(await world.standing(ada)).toEqual({ node: 'day', until: '2026-03-07 10:00' });
  await world.travelTo('2026-03-06T12:00:00+09:00');
  await world.ship(ada, { id: 'S-1', order: 'A-1', deliveredAt: '2026-03-06' });
  expect(await world.standing(ada)).toEqual({ node: 'day', until: '2026-03-09 10:00' });
  await world.travel('P5D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-09 10:00', 'hello']]);
});

test('the parcel of the order that started the journey counts, not that of another', async () => {
  await using world = await createWorld();
  const config = { date: 'delivered', offset: 'P3D', waitForDate: 'P30D' };
  await world.publish(journey({ ...bought, settings: { reentry: 'once' } }, until(config)));
  await world.order(ada, { id: 'A-1' });
  await world.order(ada, { id: 'A-2' });
  expect(await world.standing(ada)).toEqual({ node: 'day', until: '2026-04-01 10:00' });
  await world.ship(ada, { order: 'A-2', deliveredAt: '2026-03-02' });
  expect(await world.standing(ada)).toEqual({ node: 'day', until: '2026-04-01 10:00' });
  await world.ship(ada, { order: 'A-1', deliveredAt: '2026-03-03T09:00:00+09:00' });
  expect(await world.standing(ada)).toEqual({ node: 'day', until: '2026-03-06 10:00' });
});

test('who waits in vain for a date leaves when the patience ends', async () => {
  await using world = await createWorld();
  await world.publish(journey(bought, until({ date: 'delivered', waitForDate: 'P30D' })));
  await world.order(ada);
  await world.travel('P31D');
  expect(await world.exits(ada)).toEqual(['none']);
});

test('a birthday comes every year; on 29 February it is kept on the 28th', async () => {
  await using world = await createWorld();
  const birthday = { date: 'attribute:birthday', offset: '-P7D', every: 'year' };
  await world.publish(journey(signedUp, until(birthday)));
  await world.identify(ada, { attributes: { birthday: '1992-02-29' } });
  await world.event(ada, 'signed_up');
  expect(await world.standing(ada)).toEqual({ node: 'day', until: '2027-02-21 10:00' });
  await world.identify(ben, { attributes: { birthday: '1990-03-09' } });
  await world.event(ben, 'signed_up');
  expect(await world.exits(ben)).toEqual(['completed']); // seven days before the ninth is today at ten: now
});

test('who moves to another time zone waits by its clock, in plain waits as well', async () => {
  await using world = await createWorld();
  await world.publish({ ...journey(signedUp, wait('P3D', '18:00'), mail('hello')), name: 'wait' });
  await world.publish({ ...journey(signedUp, until({ date: 'attribute:renewal' })), name: 'date' });
  await world.identify(ada, { attributes: { renewal: '2026-03-10' } });
  await world.event(ada, 'signed_up');
  const untils = async () => (await world.passages(ada)).map(({ until: at }) => at);
  expect(await untils()).toEqual(['2026-03-05 18:00', '2026-03-10 10:00']);
  await world.identify(ada, { timeZone: dora.timeZone });
  // 18:00 on the 4th in New York, where the signing up was on the 1st; 10:00 on the 10th, in summer time.
  expect(await untils()).toEqual(['2026-03-05 08:00', '2026-03-10 23:00']);
  await world.identify(ada, { timeZone: 'Asia/Tokyo' });
  expect(await untils()).toEqual(['2026-03-05 18:00', '2026-03-10 10:00']);
  await world.travel('P10D');
  expect(await world.letters.datesTo(ada)).toEqual([
    ['2026-03-05 18:00', 'hello'],
    ['2026-03-10 10:00', 'hello'],
  ]);
});

test('facts that change nothing about the date leave those who wait alone, also when they are late', async () => {
  await using world = await createWorld();
  await world.publish(journey(signedUp, until({ date: 'attribute:renewal', past: 'skip' })));
  await world.identify(ada, { attributes: { renewal: '2026-03-04' } });
  await world.event(ada, 'signed_up');
  await world.query(`update workspace set clock_stands_at = '2026-03-04T10:05:00+09:00' where id = $1`, [
    world.workspaceId,
  ]);
  await world.identify(ada, { attributes: { colour: 'blue' } }); // arrives before the pass that is due
  expect(await world.exits(ada)).toEqual(['completed']);
  expect(await world.letters.templatesTo(ada)).toEqual(['hello']);
});

test('a date that moves while its journey is paused is the date when the pause ends', async () => {
  await using world = await createWorld();
  const paused = await world.publish(journey(signedUp, until({ date: 'attribute:renewal' })));
  for (const who of [ada, ben]) {
    await world.identify(who, { attributes: { renewal: '2026-03-04' } });
    await world.event(who, 'signed_up');
  }
  await paused.pause();
  await world.travel('P5D'); // both were due meanwhile
  await world.identify(ada, { attributes: { renewal: '2026-03-20' } });
  await paused.resume('now');
  await world.travel('PT1M');
  expect(await world.exits(ben)).toEqual(['completed']);
  expect(await world.standing(ada)).toEqual({ node: 'day', until: '2026-03-20 10:00' });
  await world.identify(ada, { attributes: { renewal: '2026-03-25' } });
  expect(await world.standing(ada)).toEqual({ node: 'day', until: '2026-03-25 10:00' });
  await world.travel('P30D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-25 10:00', 'hello']]);
});

test('let go from a pause as too old, and then given a new date, a customer waits for it and gets the mail', async () => {
  await using world = await createWorld();
  const paused = await world.publish(journey(signedUp, until({ date: 'attribute:renewal' })));
  await world.identify(ada, { attributes: { renewal: '2026-03-04' } });
  await world.event(ada, 'signed_up');
  await paused.pause();
  await world.travel('P5D');
  await paused.resume({ skipOlderThan: 'P1D' });
  await world.identify(ada, { attributes: { renewal: '2026-03-20' } }); // before the pass that is due
  expect(await world.standing(ada)).toEqual({ node: 'day', until: '2026-03-20 10:00' });
  await world.travel('P30D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-20 10:00', 'hello']]);
});
