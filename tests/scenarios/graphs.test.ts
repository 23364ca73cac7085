import { expect, test } from 'vitest';
import { branch, disabled, journey, mail, wait } from '../support/build.ts';
import { ada, ben, chie, person } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const signedUp = { on: 'event' as const, event: 'signed_up' };

test('people pass through what is switched off', async () => {
  await using world = await createWorld();
  const rich = { attribute: 'rich', op: 'eq' as const, value: true };
  await world.publish(
    journey(
      { on: signedUp },
      disabled(wait('P9D')),
      disabled(mail('one')),
      disabled(branch(rich, [mail('yes')], [mail('no')])),
      mail('two'),
    ),
  );
  await world.event(ada, 'signed_up');
  expect(await world.letters.templatesTo(ada)).toEqual(['yes', 'two']);
  expect(await world.exits(ada)).toEqual(['completed']);
});

test('branches that come together again go on as one', async () => {
  await using world = await createWorld();
  const rich = { attribute: 'rich', op: 'eq' as const, value: true };
  const published = await world.publish(
    journey({ on: signedUp }, branch(rich, [mail('gold')], [wait('P1D'), mail('tin')]), wait('P1D'), mail('both')),
  );
  await world.identify(ada, { attributes: { rich: true } });
  await world.event(ada, 'signed_up');
  await world.event(ben, 'signed_up');
  await world.travel('P5D');
  expect(await world.letters.templatesTo(ada)).toEqual(['gold', 'both']);
  expect(await world.letters.datesTo(ben)).toEqual([
    ['2026-03-03 10:00', 'tin'],
    ['2026-03-04 10:00', 'both'],
  ]);
  expect((await published.stats()).nodes['both']).toMatchObject({ entered: 2, sent: 2, left: { next: 2 } });
});

test('350 nodes without a rest are walked at once, in passes of a hundred', async () => {
  await using world = await createWorld();
  const anybody = { orders: 'count' as const, op: 'gte' as const, value: 0 };
  const chain = Array.from({ length: 350 }, () => branch(anybody, []));
  await world.publish(journey({ on: signedUp }, ...chain, mail('end-of-it')));
  await world.event(ada, 'signed_up');
  expect(await world.letters.templatesTo(ada)).toEqual(['end-of-it']);
  expect(await world.query('select max(visit) as visit from diary')).toEqual([{ visit: 4 }]);
});

test('who cannot go on is parked with the reason, alone', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: signedUp }, wait('P1D'), wait('P1D', '18:00'), mail('hello')));
  for (const who of [ada, ben, chie]) await world.event(who, 'signed_up');
  await world.query(`update customer set time_zone = 'Nowhere/Land' where external_id = 'ben'`);
  await world.travel('P4D');
  expect(await world.letters.templatesTo(ada)).toEqual(['hello']);
  expect(await world.letters.templatesTo(chie)).toEqual(['hello']);
  expect(await world.passages(ben)).toMatchObject([
    { ended: null, until: null, error: expect.stringMatching(/nowhere/i) },
  ]);
});

test('what the database refuses parks one enrollment; the others of its chunk go on', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: signedUp }, wait('P1D'), mail('hello')));
  const people = Array.from({ length: 40 }, (_, i) => person(`p${i}`));
  await world.tell(people.flatMap((who) => world.facts.event(who, 'signed_up')));
  const odd = `where customer_id = (select id from customer where external_id = 'p17')`;
  await world.query(`update enrollment set visit = 2147483647 ${odd}`); // one more does not fit
  await world.travel('P2D');
  expect(await world.letters.all()).toHaveLength(39);
  expect(await world.passages(people[17]!)).toMatchObject([{ node: 'wait1', error: expect.stringMatching(/range/) }]);
  await world.query(`update enrollment set visit = 1 ${odd}`);
});

test('people inside may finish on the version they entered by; new ones take the new version', async () => {
  await using world = await createWorld();
  const published = await world.publish(journey({ on: signedUp }, wait('P2D'), mail('old')));
  await world.event(ada, 'signed_up');
  await world.travel('P1D');
  expect(await published.republish(journey({ on: signedUp }, wait('P1D'), mail('new')), { wait1: 'finish' })).toBe(2);
  await world.event(ben, 'signed_up');
  await world.travel('P5D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-04 10:00', 'old']]);
  expect(await world.letters.datesTo(ben)).toEqual([['2026-03-04 10:00', 'new']]);
  expect(await world.passages(ada)).toMatchObject([{ version: 1 }]);
});

test('a template that is changed later leaves the letters of what is published as they were', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: signedUp }, mail('hello')));
  await world.query(`update template set subject = 'changed'`);
  await world.event(ada, 'signed_up');
  expect((await world.letters.to(ada))[0]?.subject).toBe('hello');
});

test('who has no address goes on without the letter', async () => {
  await using world = await createWorld();
  await world.publish(journey({ on: signedUp }, mail('one'), wait('P1D'), mail('two')));
  const phoneOnly = person('phone-only', { email: null });
  await world.event(phoneOnly, 'signed_up');
  await world.identify(phoneOnly, { email: 'now@example.com' });
  await world.travel('P2D');
  expect((await world.letters.all()).map(({ to, template }) => [to, template])).toEqual([['now@example.com', 'two']]);
  expect(await world.exits(phoneOnly)).toEqual(['completed']);
});
