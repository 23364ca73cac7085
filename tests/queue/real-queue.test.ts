import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { until } from '../support/until.ts';
import { asOwner } from '../support/world-database.ts';
import { checkBooks } from '../support/books.ts';
import { openShop, type Shop } from '../support/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
}, 120_000);
afterAll(async () => {
  await asOwner(shop.databaseUrl, checkBooks);
  await shop[Symbol.asyncDispose]();
});

const onPurchase = (name: string, ...stops: Parameters<typeof journey>[1][]) =>
  journey({ name, on: { on: 'first_purchase' }, settings: {} }, ...stops);
const lettersTo = async (customer: string) =>
  (await shop.letters()).filter(({ to }) => to === `${customer}@example.com`).map(({ subject }) => subject);

test('an order comes in over HTTP, and the letter is in the mailbox a moment later', async () => {
  await shop.publish(onPurchase('thanks', mail('thanks'), mail('guide')), ['thanks', 'guide']);
  await shop.buy('ada');
  await until('the letters', async () => (await lettersTo('ada')).length === 2, 15);
  expect((await lettersTo('ada')).toSorted()).toEqual(['guide', 'thanks']);
});

test('travelling over HTTP wakes who waits, on the day', async () => {
  const id = await shop.publish(
    journey({ name: 'later', on: { on: 'event', event: 'signed_up' } }, wait('P14D', '18:00'), mail('later')),
    ['later'],
  );
  await shop.post('/v1/identify', { customer: 'ben', email: 'ben@example.com' });
  await shop.post('/v1/track', { id: 'e1', customer: 'ben', event: 'signed_up' });
  await until('ben to rest', async () => (await shop.stats(id)).nodes['wait1']?.waiting === 1, 15);
  const before = await shop.workspace();
  await shop.post('/v1/workspace/travel', { by: 'P15D' });
  await until('the arrival', async () => !(await shop.workspace()).travelling, 30);
  const after = await shop.workspace();
  expect(Date.parse(after.now) - Date.parse(before.now)).toBeGreaterThanOrEqual(15 * 86_400_000);
  const [letter] = (await shop.letters()).filter(({ to }) => to === 'ben@example.com');
  expect(letter).toMatchObject({ subject: 'later' });
  expect(letter?.at).toMatch(/T09:00:00\.000Z$/); // 18:00 in Tokyo
});

const losing = `
  create function lose_job() returns trigger language plpgsql as $$ begin
    if new.name in ('advance', 'send', 'timers') then return null; end if;
    return new;
  end $$;
  create trigger lose_job before insert on pgboss.job for each row execute function lose_job();`;

test('jobs that are lost, every one of them for a while, cost delay and no letter', { timeout: 60_000 }, async () => {
  const people = Array.from({ length: 30 }, (_, i) => `p${i}`);
  await asOwner(shop.databaseUrl, async (owner) => {
    const sent = async () =>
      (await owner<{ n: number }>(`select count(*)::int as n from letter where recipient like 'p%'`))[0]!.n;
    await owner(losing);
    for (const who of people) await shop.buy(who);
    await pause(500);
    expect(await sent()).toBe(0);
    await owner('drop function lose_job cascade; delete from pgboss.job');
    await until('two letters for everybody', async () => (await sent()) === 60, 30);
  });
});

test('a travel whose job is lost arrives all the same', { timeout: 60_000 }, async () => {
  const before = Date.parse((await shop.workspace()).now);
  const target = new Date(before + 86_400_000);
  await asOwner(shop.databaseUrl, (owner) => owner('update workspace set travel_to = $1', [target]));
  await until('the arrival', async () => !(await shop.workspace()).travelling, 40);
  expect(Date.parse((await shop.workspace()).now)).toBeGreaterThanOrEqual(target.getTime());
});

test('connections of the queue that are cut come back by themselves', { timeout: 60_000 }, async () => {
  await asOwner(shop.databaseUrl, (owner) =>
    owner(`select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and application_name like 'tabiji%'`),
  );
  await until(
    'an order to be taken',
    () =>
      shop.buy('chie').then(
        () => true,
        () => false,
      ),
    20,
  );
  await until('the letters', async () => (await lettersTo('chie')).length === 2, 30);
  expect((await lettersTo('chie')).toSorted()).toEqual(['guide', 'thanks']);
});
