import type { Handed } from '@tabiji/server/messages/providers/provider.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openShop } from './shop.ts';

type Shop = Awaited<ReturnType<typeof openShop>>;

const DOWN: Handed = { kind: 'later', because: 'smtp ECONNREFUSED', everybody: true };
const troubleOf = (shop: Shop) =>
  shop.rows(sql<{ tries: number; open: boolean; because: string; waits: number }>`
    select tries, opened_at is not null as open, because,
           extract(epoch from waits_until - clock_timestamp())::float8 as waits from provider_trouble`);
const timePasses = (shop: Shop) =>
  shop.rows(sql`update provider_trouble set waits_until = date_trunc('second', now()) - interval '1 second'`);
const untouched = (shop: Shop) =>
  shop.rows(sql<{ mails: number; attempts: number }>`
    select count(*)::int as mails, sum(attempts)::int as attempts from outbox`);

test('what one worker was told to wait, all wait, and a little more', async () => {
  await using shop = await openShop({ customers: 20 });
  shop.answer = () => ({ kind: 'later', because: '429', everybody: true, busy: true, afterMs: 60_000 });
  await shop.send();
  const asked = shop.mails.length;
  expect(asked).toBeLessThanOrEqual(4);
  const [trouble] = await troubleOf(shop);
  expect(trouble).toMatchObject({ tries: 1, open: false, because: '429' });
  expect(trouble!.waits).toBeGreaterThan(55);
  expect(trouble!.waits).toBeLessThan(66.1);
  expect(await shop.isRung()).toBe(false);
  await Promise.all(Array.from({ length: 4 }, () => shop.send()));
  expect(shop.mails).toHaveLength(asked);
  expect(await untouched(shop)).toEqual([{ mails: 20, attempts: 0 }]);
  shop.answer = () => ({ kind: 'accepted', providerId: null });
  await timePasses(shop);
  expect(await shop.isRung()).toBe(true);
  await shop.rows(sql`update outbox set retry_at = '-infinity'`);
  while ((await shop.send()).more);
  expect(shop.mails).toHaveLength(asked + 20);
  expect(await troubleOf(shop)).toEqual([]);
});

test('a service that fails three times is tried with one mail by one worker, and goes on when that got through', async () => {
  await using shop = await openShop({ customers: 40 });
  shop.answer = () => DOWN;
  for (let i = 0; i < 3; i++) {
    await shop.send();
    await timePasses(shop);
  }
  expect(await troubleOf(shop)).toMatchObject([{ tries: 3, open: true, because: 'smtp ECONNREFUSED' }]);
  const asked = shop.mails.length;
  await Promise.all(Array.from({ length: 4 }, () => shop.send()));
  expect(shop.mails).toHaveLength(asked + 1);
  const [again] = await troubleOf(shop);
  expect(again).toMatchObject({ tries: 4, open: true });
  expect(again!.waits).toBeGreaterThan(10);
  expect(await shop.isRung()).toBe(false);

  await timePasses(shop);
  let answer: (handed: Handed) => void = () => undefined;
  shop.answer = () => new Promise((resolve) => (answer = resolve));
  const trying = shop.send();
  await expect.poll(() => shop.mails.length).toBe(asked + 2);
  await Promise.all(Array.from({ length: 3 }, () => shop.send()));
  expect(shop.mails).toHaveLength(asked + 2); // the others leave it to the one who tries
  expect(await untouched(shop)).toEqual([{ mails: 40, attempts: 1 }]);
  answer({ kind: 'accepted', providerId: null });
  await trying;
  expect(await troubleOf(shop)).toEqual([]);
  shop.answer = () => ({ kind: 'accepted', providerId: null });
  await shop.rows(sql`update outbox set retry_at = '-infinity'`);
  while ((await shop.send()).more);
  const kept = await shop.rows(sql<{ state: string; mails: number }>`
    select state, count(*)::int as mails from message group by state`);
  expect(kept).toEqual([{ state: 'sent', mails: 40 }]);
});

test('who dies while trying a broken service leaves it to somebody else', async () => {
  await using shop = await openShop({ customers: 3 });
  shop.answer = () => DOWN;
  for (let i = 0; i < 3; i++) {
    await shop.send();
    await timePasses(shop);
  }
  shop.answer = () => new Promise(() => undefined);
  void shop.send().catch(() => undefined);
  const asked = shop.mails.length;
  await expect.poll(() => shop.mails.length).toBe(asked + 1);
  await timePasses(shop);
  await shop.rows(sql`update outbox set lease_until = null, retry_at = '-infinity'`);
  shop.answer = () => ({ kind: 'accepted', providerId: null });
  expect(await shop.send()).toMatchObject({ handed: 1 });
  expect(await troubleOf(shop)).toEqual([]);
});

test('three mails in a row without an answer stop the round: the others are not given up to chance', async () => {
  await using shop = await openShop({ customers: 100 });
  shop.answer = () => ({ kind: 'unknown', because: 'no answer within the deadline' });
  await shop.send();
  expect(shop.mails.length).toBeLessThanOrEqual(7);
  expect(await troubleOf(shop)).toMatchObject([{ tries: 1, because: 'no answer within the deadline' }]);
  const [left] = await shop.rows(sql<{ tried: number }>`
    select count(*) filter (where attempts > 0)::int as tried from outbox`);
  expect(left!.tried).toBe(shop.mails.length);
});

test('one address that is refused, or busy, is nothing about the service', async () => {
  await using shop = await openShop({ customers: 6 });
  shop.answer = ({ to }) =>
    to.startsWith('c1@') ? { kind: 'refused', because: '550' } : { kind: 'later', because: '451' };
  await shop.send();
  expect(shop.mails).toHaveLength(6);
  expect(await troubleOf(shop)).toEqual([]);
});
