import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import type { Db } from '@tabiji/server/db/database.ts';
import { insertJourney, getJourney } from '@tabiji/server/journeys/journeys.sql.ts';
import { publish } from '@tabiji/server/journeys/publish.ts';
import { saveSegment } from '@tabiji/server/segments/save-segment.ts';
import type pg from 'pg';
import { CATEGORIES, JOURNEYS, SEGMENTS } from './journeys.ts';

/** Opens a shop with many customers and twenty live journeys. Customers come by SQL, everything else by the product. */
export async function openShop(owner: pg.Client, db: Db, customers: number): Promise<number> {
  const { rows } = await owner.query<{ id: number }>(
    `insert into workspace (name, kind, sender_name, sender_address, created_at)
     values ('花と暦', 'live', '花と暦', 'hello@tabiji.example', now()) returning id`,
  );
  const workspace = rows[0]!.id;
  await owner.query(`select set_config('tabiji.workspace', '${workspace}', false)`);
  await owner.query(`set synchronous_commit = off`);
  await fillCustomers(owner, workspace, customers);
  const carts = await publishAll(db, workspace);
  await fillSegments(owner, workspace);
  await fillEnrollments(owner, workspace, carts);
  await owner.query(`set synchronous_commit = on`);
  await owner.query('vacuum (freeze, analyze)');
  await owner.query('checkpoint');
  return workspace;
}

async function fillCustomers(owner: pg.Client, workspace: number, customers: number): Promise<void> {
  await owner.query(
    `insert into customer (workspace_id, id, external_id, email, last_name, attributes, created_at, updated_at,
                           order_count, order_amount, first_order_at, last_order_at)
     select $1, i, 'c' || i, 'c' || i || '@example.com', '山田',
            jsonb_build_object('rank', case when i % 20 = 0 then 'gold' else 'silver' end), now(), now(),
            o.n, 3800 * o.n, case when o.n > 0 then now() - (20 + i % 50) * interval '1 day' end,
            case when o.n > 0 then now() - (i % 20 + 10) * interval '1 day' end
       from generate_series(1, $2::int) as i,
            lateral (select case i % 10 when 9 then 2 when 8 then 1 when 7 then 1 when 6 then 1 else 0 end as n) o`,
    [workspace, customers],
  );
  await owner.query(
    `insert into shop_order (workspace_id, id, customer_id, at, received_at, amount, counted, external_id, items)
     select $1, nextval('fact_number'), c.id, case k when 1 then c.first_order_at else c.last_order_at end, now(), 3800, true,
            'old-' || c.id || '-' || k, '[{"product": "green-tea", "quantity": 2}]'
       from customer c, generate_series(1, c.order_count) as k where c.workspace_id = $1`,
    [workspace],
  );
  await owner.query(`select setval('row_number', 2 * $1::bigint)`, [customers]);
}

/** Answers with the ids of the journeys that people are inside of. */
const publishAll = async (db: Db, workspace: number): Promise<number[]> => {
  await inWorkspace(db, workspace, async (trx, here) => {
    for (const { key, condition } of SEGMENTS) await saveSegment(trx, here, key, { name: key, condition }, 'ja');
  });
  const ids: number[] = [];
  for (const graph of JOURNEYS)
    await inWorkspace(db, workspace, async (trx, here) => {
      const id = await insertJourney(trx, here, graph);
      await publish(trx, here, id, (await getJourney(trx, here.id, id)).draft_rev);
      ids.push(id);
    });
  return ids.slice(0, CATEGORIES);
};

async function fillSegments(owner: pg.Client, workspace: number): Promise<void> {
  const meets: Record<string, string> = {
    repeaters: 'order_count >= 2',
    'big-spenders': 'order_amount >= 50000',
    gold: `attributes ->> 'rank' = 'gold'`,
    reviewers: 'false',
    recent: `last_order_at >= now() - interval '90 days'`,
  };
  for (const { key } of SEGMENTS)
    await owner.query(
      `insert into segment_member (workspace_id, customer_id, segment_id, since)
       select $1, c.id, s.id, now() from customer c, segment s
        where c.workspace_id = $1 and s.workspace_id = $1 and s.key = $2 and ${meets[key]}`,
      [workspace, key],
    );
  await owner.query('update segment set refreshing = false where workspace_id = $1', [workspace]);
  await owner.query(
    `insert into timer (workspace_id, customer_id, at, kind, ref)
     select $1, c.id, c.last_order_at + interval '90 days', 'segment', s.id::text from customer c, segment s
      where c.workspace_id = $1 and c.order_count > 0 and s.workspace_id = $1 and s.key = 'recent'`,
    [workspace],
  );
}

/** Every tenth customer waits in one of the journeys for left carts, some weeks yet. */
const fillEnrollments = (owner: pg.Client, workspace: number, carts: readonly number[]) =>
  owner.query(
    `with waiting as materialized (
       select nextval('row_number') as id, c.id as customer, nextval('fact_number') as arrival,
              ($2::int[])[1 + c.id / 10 % array_length($2::int[], 1)] as journey
         from customer c where c.workspace_id = $1 and c.id % 10 = 5),
     entered as (
       insert into entry (workspace_id, customer_id, enrollment_id, journey_id, entry_key)
       select $1, customer, id, journey, arrival::text from waiting)
     insert into enrollment (workspace_id, id, customer_id, due_at, entered_at, entered_arrival, journey_id, version, visit,
                             shard, node, port, intent)
     select $1, id, customer, now() + (20 + customer % 10) * interval '1 day', now() - interval '1 hour', arrival, journey, 1, 1,
            customer % 8, 'wait1', 'next', '{"from": 0}'
       from waiting`,
    [workspace, carts],
  );
