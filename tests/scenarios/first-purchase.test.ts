import { expect, test } from 'vitest';
import { branch, called, exit, journey, mail, wait } from '../support/build.ts';
import { ada, ben, chie } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

/** The journey that the product is shown with. */
const secondPurchase = journey(
  { name: 'F2', on: { on: 'first_purchase' } },
  wait('P14D', '18:00'),
  branch(
    { orders: 'count', op: 'gte', value: 1, since: 'entered' },
    [exit('came_back')],
    [
      mail('mail-a'),
      wait('P30D', '18:00'),
      called(
        'later',
        branch(
          { orders: 'count', op: 'gte', value: 1, since: { node: 'mail-a' } },
          [exit('came_back_later')],
          [mail('mail-b'), exit('silent')],
        ),
      ),
    ],
  ),
);

test('who buys again within two weeks leaves without a letter', async () => {
  await using world = await createWorld();
  const published = await world.publish(secondPurchase);
  await world.order(ada);
  expect(await world.standing(ada)).toEqual({ node: 'wait1', until: '2026-03-16 18:00' });
  await world.travel('P10D');
  await world.order(ada);
  await world.travel('P60D');
  expect(await world.letters.to(ada)).toEqual([]);
  expect(await world.passages(ada)).toMatchObject([{ reason: 'came_back', ended: '2026-03-16 18:00' }]);
  expect(await published.stats()).toMatchObject({
    active: 0,
    exits: { came_back: 1 },
    nodes: { branch1: { entered: 1, left: { yes: 1 } } },
  });
});

test('who stays away gets both letters, the second counted from the first', async () => {
  await using world = await createWorld();
  await world.publish(secondPurchase);
  await world.order(ben);
  await world.travel('P100D');
  expect(await world.letters.datesTo(ben)).toEqual([
    ['2026-03-16 18:00', 'mail-a'],
    ['2026-04-15 18:00', 'mail-b'],
  ]);
  expect(await world.exits(ben)).toEqual(['silent']);
  expect(await world.diary(ben)).toEqual([
    'start leave next',
    'wait1 sleep next',
    'wait1 leave next',
    'branch1 leave no',
    'mail-a ask mail-a',
    'mail-a leave next',
    'wait2 sleep next',
    'wait2 leave next',
    'later leave no',
    'mail-b ask mail-b',
    'mail-b leave next',
    'exit3 exit silent',
  ]);
});

test('who buys after the first letter does not get the second', async () => {
  await using world = await createWorld();
  await world.publish(secondPurchase);
  await world.order(chie);
  await world.travel('P20D');
  await world.order(chie);
  await world.travel('P60D');
  expect(await world.letters.templatesTo(chie)).toEqual(['mail-a']);
  expect(await world.exits(chie)).toEqual(['came_back_later']);
});

test('the order that started the journey never counts, even when another has the same time', async () => {
  await using world = await createWorld();
  await world.publish(secondPurchase);
  const same = '2026-03-02T09:00:00+09:00';
  await world.tell([
    ...world.facts.order(ada, { at: same }),
    ...world.facts.order(ben, { at: same }),
    ...world.facts.order(ben, { at: same }),
  ]);
  await world.travel('P15D');
  expect(await world.exits(ada)).toEqual([null]);
  expect(await world.exits(ben)).toEqual(['came_back']);
});

test('an order on the very instant before a letter left does not count from that letter', async () => {
  await using world = await createWorld();
  await world.publish(secondPurchase);
  await world.order(ada);
  await world.travelTo('2026-03-16T18:00:00+09:00');
  expect(await world.letters.templatesTo(ada)).toEqual(['mail-a']);
  await world.order(ada, { at: '2026-03-16T17:59:59+09:00' });
  await world.travel('P31D');
  expect(await world.letters.templatesTo(ada)).toEqual(['mail-a', 'mail-b']);
});

test('an order at the same instant, but after the letter left, counts from that letter', async () => {
  await using world = await createWorld();
  await world.publish(secondPurchase);
  await world.order(ada);
  await world.travelTo('2026-03-16T18:00:00+09:00');
  await world.order(ada);
  await world.travel('P31D');
  expect(await world.exits(ada)).toEqual(['came_back_later']);
});
