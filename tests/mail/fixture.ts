import type { Db } from '@tabiji/server/db/database.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { pinTemplates } from '@tabiji/server/templates/pin-templates.ts';
import { saveTemplate } from '@tabiji/server/templates/templates.sql.ts';
import { type Provider } from '@tabiji/shared/api/workspace.ts';
import { sql } from 'kysely';
import { WORKSPACE } from './services.ts';

export const MJML = `<mjml><mj-head><mj-preview>前文</mj-preview></mj-head><mj-body>
  <mj-section><mj-column>
    <mj-text>{{ customer.lastName | keisho: '様' }}</mj-text>
    <mj-text>ご購入は{{ orders.count }}回目です。{{ customer.attributes.note }}</mj-text>
    <mj-button href="https://shop.example.com/guide">使い方を見る</mj-button>
  </mj-column></mj-section>
</mj-body></mjml>`;

export interface Mailing {
  provider: Provider;
  customers: number;
  subject?: string;
  mjml?: string;
  sender?: { name: string; address: string };
}

/** A workspace whose journey has just asked for one mail to each of its customers. */
export async function prepareMailing(db: Db, { provider, customers, subject, mjml, sender }: Mailing): Promise<void> {
  await sql`
    insert into workspace (name, kind, provider, sender_name, sender_address, created_at)
    values ('旅路商店', 'live', ${provider}, ${sender?.name ?? '旅路商店'}, ${sender?.address ?? 'hello@tabiji.example'}, now())
    `.execute(db);
  await inWorkspace(db, WORKSPACE, async (trx, here) => {
    await saveTemplate(trx, here, {
      key: 'hello',
      name: 'はじめまして',
      subject: subject ?? '{{ customer.name }}さん、はじめまして',
      mjml: mjml ?? MJML,
    });
    const versions = await pinTemplates(trx, here, ['hello']);
    await sql`
      insert into journey (workspace_id, name, status, draft, version, created_at, updated_at)
      values (1, '初回フォロー', 'live', '{}', 1, now(), now())`.execute(trx);
    await sql`
      insert into customer (workspace_id, id, external_id, created_at, updated_at, email, last_name, first_name, order_count)
      select 1, n, 'c' || n, now(), now(), 'c' || n || '@example.com', '山田', '花子' || n, 1
        from generate_series(1, ${customers}::int) n`.execute(trx);
    await sql`
      insert into enrollment (workspace_id, id, customer_id, entered_at, entered_arrival, journey_id, version, visit, shard,
                              node)
      select 1, 1000000 + n, n, now(), n, 1, 1, 2, 0, 'n5'
        from generate_series(1, ${customers}::int) n`.execute(trx);
    await sql`
      insert into outbox (workspace_id, id, customer_id, enrollment_id, journey_id, version, visit, asked_at, node, template,
                          template_version, key)
      select 1, 2000000 + n, n, 1000000 + n, 1, 1, 2, now(), 'n5', 'hello', ${versions.hello!}, 'key-' || n
        from generate_series(1, ${customers}::int) n`.execute(trx);
  });
}

/** Rows of a query, in the workspace. */
export const rowsOf = <T>(db: Db, query: ReturnType<typeof sql<T>>): Promise<T[]> =>
  inWorkspace(db, WORKSPACE, async (trx) => (await query.execute(trx)).rows);
