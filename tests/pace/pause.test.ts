import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { receiveFeedback, type Told } from '@tabiji/server/feedback/receive.ts';
import { listPauses, releaseSender, troubledMails } from '@tabiji/server/feedback/sender-health/pauses.sql.ts';
import { foldTally } from '@tabiji/server/feedback/sender-health/tally.sql.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { WORKSPACE } from '../mail/services.ts';
import { openShop } from './shop.ts';

type Shop = Awaited<ReturnType<typeof openShop>>;
type Bad = Pick<Told, 'kind' | 'class' | 'detail'>;

const DEAD: Bad = { kind: 'bounced', class: 'hard', detail: '5.1.1' };
const FULL: Bad = { kind: 'bounced', class: 'soft', detail: '4.2.2' };
const SPAM: Bad = { kind: 'complained' };
const POLICY: Bad = { kind: 'bounced', class: 'sender', detail: '550 5.7.1 refused' };
const UNPROVED: Bad = { kind: 'bounced', class: 'sender', detail: '550 5.7.515 access denied' };

/** A shop that has sent its mails to so many customers; the others' mails are still to be asked for. */
async function afterSending(sent: number, later = 0): Promise<Shop> {
  const shop = await openShop({ customers: sent + later });
  await shop.rows(sql`update outbox set retry_at = 'infinity' where customer_id > ${sent}`);
  while ((await shop.send(500)).more);
  expect(shop.mails).toHaveLength(sent);
  await shop.rows(sql`update outbox set retry_at = '-infinity'`);
  return shop;
}

/** It is told of the mails of these customers, the second time in other words where `again` says so. */
const tell = (shop: Shop, customers: readonly number[], what: Bad, again = '') =>
  inWorkspace(shop.db, WORKSPACE, (trx, here) =>
    receiveFeedback(
      trx,
      here,
      customers.map((customerId) => ({
        customerId,
        messageId: 2_000_000 + customerId,
        key: `${what.kind} ${customerId} ${again}`,
        at: here.realNow,
        source: 'report' as const,
        ...what,
      })),
    ),
  );
const first = (count: number) => Array.from({ length: count }, (_, i) => i + 1);
const pauses = (shop: Shop) => inWorkspace(shop.db, WORKSPACE, listPauses);
const release = (shop: Shop) =>
  inWorkspace(shop.db, WORKSPACE, (trx, here) =>
    releaseSender(trx, here, 'main', { by: '田中', note: '名簿を直した' }),
  );

test('4 % of dead addresses stop promotions of the sender, not what an order needs, until somebody lets them go', async () => {
  await using shop = await afterSending(200, 4);
  await tell(shop, first(7), DEAD);
  expect(await pauses(shop)).toEqual([]);
  await tell(shop, [8], DEAD);
  expect(await pauses(shop)).toMatchObject([
    { sender: 'main', because: 'bounces', figures: { mails: 200, hard: 8 }, released: null },
  ]);
  await shop.rows(sql`update outbox set topic = 'transactional' where customer_id = 204`);
  while ((await shop.send()).more);
  expect(shop.mails.slice(200)).toEqual(['c204@example.com']);
  expect(await shop.rows(sql`select status, holds -> -1 ->> 1 as why from outbox group by 1, 2`)).toEqual([
    { status: 'held', why: 'sender_paused' },
  ]);
  const mails = await inWorkspace(shop.db, WORKSPACE, (trx, here) => troubledMails(trx, here, 'main', 100));
  expect(mails.map(({ customerId, detail }) => [customerId, detail])).toEqual(
    first(8)
      .toReversed()
      .map((customer) => [customer, '5.1.1']),
  );

  expect(await release(shop)).toBe(true);
  while ((await shop.send()).more);
  expect(shop.mails).toHaveLength(204);
  expect(await pauses(shop)).toMatchObject([{ released: { by: '田中', note: '名簿を直した' } }]);
  expect(await release(shop)).toBe(false);
  await tell(shop, first(20).slice(10), DEAD); // of mails that went before: they are answered for
  expect(await pauses(shop)).toHaveLength(1);
});

test('one of three that bounces, and mailboxes that are full, stop nobody', async () => {
  await using shop = await afterSending(120);
  await tell(shop, first(40), FULL);
  expect(await pauses(shop)).toEqual([]);
  await using small = await afterSending(3);
  await tell(small, [1], DEAD);
  expect(await pauses(small)).toEqual([]);
});

test('the same mail counts once, however often and by whom it is told', async () => {
  await using shop = await afterSending(100);
  for (const again of ['', 'by the mailbox', 'once more']) await tell(shop, first(3), DEAD, again);
  expect(await pauses(shop)).toEqual([]);
  const [tally] = await shop.rows(sql<{ sent: number; hard: number }>`
    select sum(sent)::int as sent, sum(hard)::int as hard from sender_tally`);
  expect(tally).toEqual({ sent: 100, hard: 3 });
});

test(
  'one complaint of a thousand mails stops promotions, by the last thousand mails alone',
  { timeout: 60_000 },
  async () => {
    await using shop = await afterSending(1000);
    await shop.rows(
      sql`insert into sender_tally (workspace_id, sender, at, sent) values (1, 'main', now() - interval '8 days', 9000)`,
    );
    await tell(shop, [1], SPAM);
    expect(await pauses(shop)).toMatchObject([{ because: 'complaints', figures: { mails: 1000, complained: 1 } }]);
  },
);

test('bad days are found among thousands of mails that went since, as long as they are of this week', async () => {
  await using shop = await afterSending(100);
  await shop.rows(sql`
    insert into sender_tally (workspace_id, sender, at, sent, hard)
    values (1, 'main', now() - interval '6 days', 2000, 200), (1, 'main', now() - interval '1 day', 1200, 0)`);
  await tell(shop, [1], DEAD);
  expect(await pauses(shop)).toMatchObject([{ because: 'bounces', figures: { mails: 3300, hard: 201 } }]);
});

test('whom servers do not believe is stopped, and nobody’s address is at fault', async () => {
  await using shop = await afterSending(100);
  await tell(shop, first(2), POLICY);
  expect(await pauses(shop)).toEqual([]);
  await tell(shop, [3], POLICY);
  expect(await pauses(shop)).toMatchObject([{ because: 'policy', figures: { policy: 3, unproved: 0 } }]);
  expect(await shop.rows(sql`select 1 from suppression`)).toEqual([]);

  await using other = await afterSending(2);
  await tell(other, [1], UNPROVED);
  expect(await pauses(other)).toMatchObject([{ because: 'policy', figures: { policy: 1, unproved: 1 } }]);
});

test('another sender’s mails go on', async () => {
  await using shop = await afterSending(100, 2);
  await shop.rows(sql`
    insert into sender (workspace_id, key, name, from_name, address)
    values (1, 'staff', '店長', '{"ja": "店長", "en": ""}', 'staff@tabiji.example')`);
  await tell(shop, first(4), DEAD);
  await shop.rows(sql`update outbox set sender = 'staff' where customer_id = 101`);
  while ((await shop.send()).more);
  expect(shop.mails.slice(100)).toEqual(['c101@example.com']);
});

test('figures stay what they are when they are added up by the hour', async () => {
  await using shop = await openShop({ customers: 1 });
  await shop.rows(sql`
    insert into sender_tally (workspace_id, sender, at, sent, hard)
    select 1, 'main', now() - i * interval '25 minutes', i, 1 from generate_series(0, 500) i`);
  const sums = () => shop.rows(sql`select sum(sent)::int as sent, sum(hard)::int as hard from sender_tally`);
  const before = await sums();
  for (let i = 0; i < 2; i++) await inWorkspace(shop.db, WORKSPACE, foldTally);
  expect(await sums()).toEqual(before);
  const [{ rows } = { rows: 0 }] = await shop.rows(
    sql<{ rows: number }>`select count(*)::int as rows from sender_tally`,
  );
  expect(rows).toBeLessThan(270);
});
