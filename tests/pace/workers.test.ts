import { shape } from '@tabiji/shared/sending/bucket.ts';
import { sql } from 'kysely';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Grant, openShop } from './shop.ts';

const DOCOMO = 'main docomo';

/** Customers up to a number are docomo's. */
const docomoUpTo = (number: number) =>
  sql`update customer set email = 'c' || id || '@docomo.ne.jp' where id <= ${number}`;

/** Several workers, as the queue has them: each looks again and again while mails are left. */
async function work(shop: Awaited<ReturnType<typeof openShop>>, workers: number, isOver: () => boolean): Promise<void> {
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (!isOver()) {
        const round = await shop.send(50);
        if (!round.more) await setTimeout(20);
      }
    }),
  );
}

/** A bucket's promise for any span: what it holds, and what comes back meanwhile. */
function expectNoSpanOver(grants: readonly Grant[], perMinute: number): void {
  const { holds, everyMs } = shape(perMinute);
  for (const [i, { at: from }] of grants.entries()) {
    let mails = 0;
    for (const { at, mails: more } of grants.slice(i)) {
      mails += more;
      expect(mails).toBeLessThanOrEqual(holds + Math.floor(Math.max(0, at - from) / everyMs) + 1);
    }
  }
}

test(
  'four workers at once never send a family more than its limit, and nobody else waits for it',
  { timeout: 90_000 },
  async () => {
    const perMinute = 600;
    await using shop = await openShop({
      customers: 400,
      paces: { main: { perMinute: { docomo: perMinute }, warmUp: null } },
    });
    await shop.rows(docomoUpTo(150));
    await work(shop, 4, () => shop.mails.length >= 400);
    const grants = shop.grants.filter(({ line }) => line === DOCOMO);
    expect(grants.reduce((sum, { mails }) => sum + mails, 0)).toBe(150);
    expectNoSpanOver(grants, perMinute);
    expect(grants.at(-1)!.at - grants[0]!.at).toBeGreaterThan(80 * shape(perMinute).everyMs);
    const others = shop.mails.findLastIndex((to) => to.endsWith('@example.com'));
    const waited = shop.mails.slice(others).length;
    expect(waited).toBeGreaterThan(60);
    const kept = await shop.rows(sql<{ mails: number; twice: number }>`
    select count(*)::int as mails, (count(*) - count(distinct key))::int as twice from message where state = 'sent'`);
    expect(kept).toEqual([{ mails: 400, twice: 0 }]);
  },
);

test('mails that wait are claimed once before their turn, and no attempt is counted', async () => {
  await using shop = await openShop({ customers: 1000 });
  await shop.rows(docomoUpTo(1000));
  while ((await shop.send(200)).more);
  const { holds } = shape(120);
  expect(shop.mails.length).toBeGreaterThanOrEqual(holds);
  expect(shop.mails.length).toBeLessThan(holds + 60);
  for (let i = 0; i < 5; i++) await shop.send(200);
  const [left] = await shop.rows(sql<{ mails: number; attempts: number; claims: number; pinned: number }>`
    select count(*)::int as mails, sum(attempts)::int as attempts, sum(fence)::int as claims,
           count(pinned)::int + count(batch)::int as pinned from outbox`);
  expect(left).toMatchObject({ attempts: 0, pinned: 0 });
  // each at its first claim; at most a few more that were taken up at their turn together with somebody else's
  expect(left!.claims).toBeLessThan(left!.mails + 20);
});

test('nobody is rung for before there is room, also when the database’s clock was put back', async () => {
  await using shop = await openShop({ customers: 30, paces: { main: { perMinute: { docomo: 6 }, warmUp: null } } });
  await shop.rows(docomoUpTo(30));
  while ((await shop.send()).more);
  expect(shop.mails).toHaveLength(1);
  expect(await shop.isRung()).toBe(false);
  await shop.rows(sql`update send_bucket set full_at = full_at + 3600000, opens_at = opens_at + interval '1 hour'`);
  expect(await shop.isRung()).toBe(true);
  await shop.send();
  expect(shop.mails).toHaveLength(1);
  expect(await shop.isRung()).toBe(false);
  await shop.rows(sql`update send_bucket set full_at = full_at - 10000, opens_at = opens_at - interval '10 seconds'`);
  expect(await shop.isRung()).toBe(true);
  await shop.send();
  expect(shop.mails).toHaveLength(2);
});

test('what an order needs overtakes the promotions that wait', async () => {
  await using shop = await openShop({ customers: 40, paces: { main: { perMinute: { docomo: 6 }, warmUp: null } } });
  await shop.rows(docomoUpTo(40));
  await shop.rows(sql`update outbox set topic = 'transactional' where customer_id = 40`);
  await shop.rows(sql`update outbox set priority = 90 where customer_id = 30`);
  while ((await shop.send(10)).more);
  for (let i = 0; i < 3; i++) {
    await shop.rows(sql`update send_bucket set full_at = full_at - 10000`);
    await shop.send(10);
  }
  expect(shop.mails.map((to) => to.split('@')[0])).toEqual(['c1', 'c40', 'c30', 'c2']);
});

test('a new sender sends fifty mails on its first day, whoever takes them in', async () => {
  const from = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Tokyo' });
  const warmUp = { from, first: 50, target: 1000 };
  await using shop = await openShop({ customers: 80, paces: { main: { perMinute: {}, warmUp } } });
  while ((await shop.send()).more);
  expect(shop.mails).toHaveLength(50);
  expect(await shop.isRung()).toBe(false);
  await shop.rows(sql`update send_bucket set day = day - 1, opens_at = opens_at - interval '1 day'`);
  expect(await shop.isRung()).toBe(true);
  while ((await shop.send()).more);
  expect(shop.mails).toHaveLength(80);
});

test('a sender’s limit for all mails starves no family', async () => {
  await using shop = await openShop({ customers: 60, paces: { main: { perMinute: { '*': 6 }, warmUp: null } } });
  await shop.rows(
    sql`update customer set email = 'c' || id || case when id % 2 = 0 then '@docomo.ne.jp' else '@gmail.com' end`,
  );
  while ((await shop.send()).more);
  for (let i = 0; i < 5; i++) {
    await shop.rows(sql`update send_bucket set full_at = full_at - 10000`);
    await shop.send();
  }
  expect(shop.mails.map((to) => to.split('@')[0])).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
});
