import { expect, test } from 'vitest';
import { called, exit, journey, mail, node, wait } from '../support/build.ts';
import { ada, ben, crowd } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const signedUp = { on: 'event' as const, event: 'signed_up' };

test('a way back sends again, as often as it says', async () => {
  await using world = await createWorld();
  await world.publish(
    journey(
      { on: signedUp },
      called('day', wait('P1D')),
      mail('again'),
      node('go-to', { to: 'day', times: 2 }, { done: [mail('end-of-it')] }),
    ),
  );
  await world.event(ada, 'signed_up');
  await world.travel('P9D');
  expect(await world.letters.datesTo(ada)).toEqual([
    ['2026-03-03 10:00', 'again'],
    ['2026-03-04 10:00', 'again'],
    ['2026-03-05 10:00', 'again'],
    ['2026-03-05 10:00', 'end-of-it'],
  ]);
});

test('an event goes on at once, silence at the time that was set', async () => {
  await using world = await createWorld();
  await world.publish(
    journey(
      { on: signedUp },
      node(
        'wait-for',
        {
          for: { event: 'visited', where: [{ property: 'page', op: 'eq', value: 'price' }] },
          until: 'P2D',
          at: '18:00',
        },
        { happened: [mail('visited')], timeout: [mail('silence')] },
      ),
    ),
  );
  await world.event(ada, 'visited', { page: 'price' });
  await world.event(ada, 'signed_up');
  await world.event(ben, 'signed_up');
  await world.event(ada, 'visited', { page: 'top' });
  expect(await world.letters.all()).toEqual([]);
  await world.travel('PT3H');
  await world.event(ada, 'visited', { page: 'price' });
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-02 13:00', 'visited']]);
  await world.travel('P9D');
  expect(await world.letters.datesTo(ben)).toEqual([['2026-03-04 18:00', 'silence']]);
});

test('a condition that time alone meets is met in time', async () => {
  await using world = await createWorld();
  const old = { orders: 'last' as const, op: 'moreThanAgo' as const, value: 'P10D' };
  await world.publish(
    journey(
      { on: { on: 'first_purchase' } },
      node('wait-for', { for: old, until: 'P30D' }, { happened: [mail('quiet')], timeout: [mail('never')] }),
    ),
  );
  await world.order(ada);
  await world.order(ben);
  await world.travel('P5D');
  await world.order(ben);
  await world.travel('P40D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-12 10:00', 'quiet']]);
  expect(await world.letters.datesTo(ben)).toEqual([['2026-03-17 10:00', 'quiet']]);
});

test('a split sends everybody the same way again, also in another version', async () => {
  await using world = await createWorld();
  const arms = [
    { port: 'a', percent: 50 },
    { port: 'b', percent: 50 },
  ];
  const graph = (suffix: string) =>
    journey(
      { on: signedUp, settings: { reentry: 'always' } },
      called('s', node('split', { arms, salt: 'x' }, { a: [mail(`a${suffix}`)], b: [mail(`b${suffix}`)] })),
    );
  const published = await world.publish(graph('1'));
  const people = crowd(40);
  await world.tell(people.flatMap((who) => world.facts.event(who, 'signed_up')));
  await published.republish(graph('2'));
  await world.tell(people.flatMap((who) => world.facts.event(who, 'signed_up')));
  const ways = await Promise.all(people.map((who) => world.letters.templatesTo(who)));
  expect(ways.every(([first, second]) => first?.[0] === second?.[0] && second?.endsWith('2'))).toBe(true);
  expect(new Set(ways.map(([first]) => first))).toEqual(new Set(['a1', 'b1']));
});

test('who is kept out is written down, once', async () => {
  await using world = await createWorld();
  await world.publish(
    journey(
      { on: signedUp, settings: { reentry: 'always' } },
      called('h', node('holdout', { percent: 50, salt: 'y' }, { in: [mail('offer')], out: [exit('kept_out')] })),
    ),
  );
  const people = crowd(30);
  for (let round = 0; round < 2; round++)
    await world.tell(people.flatMap((who) => world.facts.event(who, 'signed_up')));
  const kept = await world.query<{ id: string; port: string }>(
    `select c.external_id as id, h.port from choice h join customer c on c.id = h.customer_id where node = 'h'`,
  );
  expect(kept).toHaveLength(30);
  for (const { id, port } of kept) {
    const letters = (await world.letters.all()).filter(({ to }) => to === `${id}@example.com`);
    expect(letters).toHaveLength(port === 'in' ? 2 : 0);
  }
});

test('a series gives everybody the next letter they have not had, a new one to all, and each once', async () => {
  await using world = await createWorld();
  const series = (templates: string[]) =>
    journey(
      { on: signedUp, settings: { reentry: 'always' } },
      node('series', { templates }, { next: [exit('sent')], empty: [exit('had_all')] }),
    );
  const published = await world.publish(series(['one', 'two']));
  await world.event(ada, 'signed_up');
  await world.event(ada, 'signed_up');
  await world.event(ben, 'signed_up');
  await world.event(ada, 'signed_up');
  expect(await world.letters.templatesTo(ada)).toEqual(['one', 'two']);
  expect(await world.exits(ada)).toContain('had_all');
  await published.republish(series(['zero', 'one', 'two']));
  await world.event(ada, 'signed_up');
  await world.event(ben, 'signed_up');
  expect(await world.letters.templatesTo(ada)).toEqual(['one', 'two', 'zero']);
  expect(await world.letters.templatesTo(ben)).toEqual(['one', 'zero']);
});

test('two journeys that reach the same series at one moment send two letters, not one twice', async () => {
  await using world = await createWorld();
  for (const name of ['first', 'second'])
    await world.publish(
      journey({ name, on: signedUp }, node('series', { templates: ['one', 'two'] }, { next: [], empty: [] })),
    );
  await world.event(ada, 'signed_up');
  expect((await world.letters.templatesTo(ada)).toSorted()).toEqual(['one', 'two']);
});

test('who rests at a series that is read out goes nowhere until there is more', async () => {
  await using world = await createWorld();
  await world.publish(
    journey(
      { on: signedUp },
      node('series', { templates: ['one'] }, { next: [wait('P1D')], empty: [] }),
      called('rest', node('series', { templates: ['one'], whenEmpty: 'wait' }, { next: [], empty: [] })),
    ),
  );
  await world.event(ada, 'signed_up');
  await world.travel('P90D');
  expect(await world.standing(ada)).toMatchObject({ node: 'rest', until: null });
});
