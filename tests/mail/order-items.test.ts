import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { blockTypes } from '@tabiji/shared/mail/blocks/registry.ts';
import { readMail } from '@tabiji/shared/mail/read-mail.ts';
import { blocksIn } from '@tabiji/shared/mail/block.ts';
import { editMail } from '@tabiji/shared/mail/edits/edit-mail.ts';
import type { Trx } from '@tabiji/server/db/database.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { prepareMailing, rowsOf } from './fixture.ts';
import { servicesOn, WORKSPACE } from './services.ts';

const around = (block: string) =>
  `<mjml><mj-body><mj-section><mj-column>${block}</mj-column></mj-section></mj-body></mjml>`;
const offer = blockTypes.find(({ type }) => type === 'order-items')!.offers[0]!;
const mjml = around(offer.mjml({ locale: 'ja', defaults: readMail(around('')).defaults }));
/** The same block after the choice of its form. */
const following = (() => {
  const [block] = blocksIn(readMail(mjml).body!).filter(({ type }) => type.type === 'order-items');
  return editMail(mjml, { do: 'set', block: block!.start, field: 'which', value: 'order' })!.source;
})();
const order = (trx: Trx, [id, customer, at, items, counted = true]: Order) =>
  sql`insert into shop_order (workspace_id, id, customer_id, at, received_at, amount, counted, external_id, items)
      values (1, ${id}, ${customer}, ${at}, now(), 1, ${counted}, ${`o${id}`}, ${JSON.stringify(items)})`.execute(trx);
type Order = [id: number, customer: number, at: string, items: unknown, counted?: boolean];

test('a mail shows the things of the reader’s last order that counts', async () => {
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  await prepareMailing(services.db, { provider: 'letters', customers: 3, mjml, subject: '{{ orders.items[0].name }}' });
  await inWorkspace(services.db, WORKSPACE, async (trx) => {
    await order(trx, [1, 1, '2026-01-01', [{ name: '古い品', quantity: 1, price: 100 }]]);
    await order(trx, [2, 1, '2026-02-01', [{ name: '茶 <新>', quantity: 2, price: 1980 }, { name: '茶こし' }]]);
    await order(trx, [3, 1, '2026-03-01', [{ name: '取り消した品' }], false]);
    await order(trx, [4, 2, '2026-02-01', []]);
  });
  await sendDue(services, WORKSPACE, { limit: 100 });
  const letters = await rowsOf(
    services.db,
    sql<{ subject: string; plain: string; html: string }>`select subject, plain, html from letter order by customer_id`,
  );
  expect(letters[0]).toMatchObject({ subject: '茶 <新>', html: expect.stringContaining('茶 &lt;新&gt;') });
  expect(letters[0]!.plain).toMatch(/茶 <新>\s+2点 1,980円/);
  expect(letters[0]!.plain).toContain('茶こし');
  expect(letters[0]!.plain).not.toMatch(/古い品|取り消した品/);
  expect(letters.slice(1).map(({ plain }) => plain.includes('点'))).toEqual([false, false]);
});

test('a mail shows the things of the order that started the journey, whatever was ordered since', async () => {
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  await prepareMailing(services.db, { provider: 'letters', customers: 4, mjml: following });
  await inWorkspace(services.db, WORKSPACE, async (trx) => {
    await order(trx, [8, 1, '2026-02-20', [{ name: '日付が後の茶' }]]);
    await order(trx, [11, 1, '2026-02-01', [{ name: 'きっかけの茶' }]]);
    await order(trx, [12, 1, '2026-01-01', [{ name: '後から知った昔の茶' }]]);
    await order(trx, [13, 1, '2026-03-01', [{ name: '新しい茶' }]]);
    await order(trx, [10, 2, '2026-02-01', [{ name: '始まる前の茶' }]]);
    await order(trx, [14, 2, '2026-03-01', [{ name: '始まった後の茶' }]]);
    await order(trx, [9, 3, '2026-01-01', [{ name: '残った茶' }]]);
    await order(trx, [15, 3, '2026-02-01', [{ name: '取り消した茶' }], false]);
    await sql`update enrollment set entered_arrival = case customer_id when 1 then 11 when 3 then 15 else 12 end`.execute(
      trx,
    );
  });
  await sendDue(services, WORKSPACE, { limit: 100 });
  const letters = await rowsOf(services.db, sql<{ plain: string }>`select plain from letter order by customer_id`);
  const teas = letters.map(({ plain }) => /\S*茶/.exec(plain)?.[0] ?? '');
  expect(teas).toEqual(['きっかけの茶', '始まる前の茶', '残った茶', '']);
});
