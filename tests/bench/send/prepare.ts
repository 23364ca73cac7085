import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { pinTemplates } from '@tabiji/server/templates/pin-templates.ts';
import { saveTemplate } from '@tabiji/server/templates/templates.sql.ts';
import { asOwner, type DurablePostgres } from '../frame/durable-postgres.ts';
import { openServices } from '../world/services.ts';
import { ATTRIBUTES_SQL, MJML, SUBJECT } from './mail.ts';

/** The second one has a few mails for the sender to warm up on. */
export const WORKSPACES = { measured: 1, warmUp: 2 };
const WARM_UP = 2000;

/** A database whose outbox has one mail for each customer, asked for in random order. Rounds work on copies. */
export async function prepareMails(postgres: DurablePostgres, mails: number): Promise<string> {
  const url = await postgres.createMigrated();
  await using services = openServices(url, 1);
  for (const [workspace, count] of [
    [WORKSPACES.measured, mails],
    [WORKSPACES.warmUp, WARM_UP],
  ] as const) {
    await asOwner(
      url,
      `insert into workspace (name, kind, provider, sender_name, sender_address, created_at)
       values ('旅路商店', 'live', 'resend', '旅路商店', 'hello@tabiji.example', now())`,
    );
    const version = await inWorkspace(services.db, workspace, async (trx, here) => {
      await saveTemplate(trx, here, { key: 'next', name: '次の一箱', subject: SUBJECT, mjml: MJML });
      return (await pinTemplates(trx, here, ['next']))['next']!;
    });
    await asOwner(url, rows(workspace, count, version));
  }
  await asOwner(url, 'vacuum (freeze, analyze)');
  return url;
}

const rows = (workspace: number, mails: number, version: number) => `
  insert into journey (workspace_id, name, status, draft, version, created_at, updated_at)
  values (${workspace}, '二回目のあと', 'live', '{}', 1, now(), now());
  insert into customer (workspace_id, id, external_id, email, last_name, first_name, created_at, updated_at, order_count,
                        order_amount, first_order_at, last_order_at, attributes)
  select ${workspace}, n, 'c' || n, 'c' || n || '@example.com', (array['山田', '佐藤', '鈴木', '高橋'])[1 + n % 4], '花子',
         now(), now(), 2 + n % 3, 4980 + n % 97 * 10, now() - interval '90 days', now() - n % 30 * interval '1 day',
         ${ATTRIBUTES_SQL}
    from generate_series(1, ${mails}) n;
  insert into enrollment (workspace_id, id, customer_id, entered_at, entered_arrival, journey_id, version, visit, shard,
                          node)
  select ${workspace}, 10000000 + n, n, now() - interval '20 days', n, (select max(id) from journey), 1, 2,
         abs(hashint8(n)) % 8, 'mail'
    from generate_series(1, ${mails}) n;
  insert into outbox (workspace_id, id, customer_id, enrollment_id, journey_id, version, visit, asked_at, node, template,
                      template_version, key)
  select ${workspace}, 20000000 + row_number() over (order by random()), n, 10000000 + n, (select max(id) from journey), 1, 2,
         now(), 'mail', 'next', ${version}, rtrim(translate(encode(sha256(n::text::bytea), 'base64'), '+/', '-_'), '=')
    from generate_series(1, ${mails}) n`;
