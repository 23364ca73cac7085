import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { countSegment } from '@tabiji/server/segments/count.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { expect, test } from 'vitest';
import { createWorld } from '../support/world.ts';

const CUSTOMERS = 100_000;
const MOST_MS = 1000;

const CONDITIONS: Record<string, Condition> = {
  everybody: { all: [] },
  'bought twice or more': { orders: 'count', op: 'gte', value: 2 },
  'silent for 90 days': { orders: 'last', op: 'moreThanAgo', value: 'P3M' },
  'in Tokyo': { attribute: 'city', op: 'eq', value: '東京' },
  'named in the mail address': { attribute: 'email', op: 'contains', value: '77@' },
  'birthday before': { attribute: 'birthday', op: 'before', value: '1980-01-01' },
  'points of at least': { attribute: 'points', op: 'gte', value: 900 },
  'two in 90 days': { orders: 'count', op: 'gte', value: 2, since: 'P90D' },
  'bought soap': { orders: 'count', op: 'gte', value: 1, where: [{ property: 'product', op: 'eq', value: 'soap' }] },
  'own rhythm': { orders: 'interval', op: 'lte', value: 60 },
  'never logged in': { event: 'login', op: 'eq', value: 0 },
  'saw a price lately': {
    event: 'view',
    op: 'gte',
    value: 1,
    since: 'P30D',
    where: [{ property: 'price', op: 'gte', value: 5000 }],
  },
  'in a segment, no letter yet': { all: [{ segment: 'half', member: true }, { not: { message: 'sent' } }] },
  'everything at once': {
    all: [
      { orders: 'count', op: 'gte', value: 2 },
      { orders: 'last', op: 'withinLast', value: 'P180D' },
      {
        any: [
          { attribute: 'city', op: 'in', value: ['東京', '大阪'] },
          { event: 'login', op: 'gte', value: 3 },
        ],
      },
      { not: { segment: 'half', member: true } },
    ],
  },
};

test(`counting among ${CUSTOMERS} customers takes at most a second`, async ({ annotate }) => {
  await using world = await createWorld({ at: '2026-07-01T00:00:00Z' });
  const { query, workspaceId, services } = world;
  await query(
    `insert into customer (workspace_id, id, external_id, created_at, updated_at, email, last_name, attributes)
     select $1, n, 'c' || n, now(), now(), 'c' || n || '@example.com', '山田',
            jsonb_build_object('city', (array['東京', '大阪', '札幌', '福岡'])[1 + n % 4], 'points', n % 1000,
                               'birthday', to_char(date '1950-01-01' + n % 20000, 'YYYY-MM-DD'))
       from generate_series(1, $2::int) n`,
    [workspaceId, CUSTOMERS],
  );
  await query(
    `insert into shop_order (workspace_id, id, customer_id, at, received_at, external_id, amount, counted, items)
     select $1, n, 1 + n % ($2::int * 9 / 10), timestamptz '2026-06-30' - n % 700 * interval '1 day', now(), n, 1000 + n % 9000, n % 20 > 0,
            jsonb_build_array(jsonb_build_object('product', (array['soap', 'tea', 'oil'])[1 + n % 3], 'price', n % 5000))
       from generate_series(1, $2::int * 3) n`,
    [workspaceId, CUSTOMERS],
  );
  await query(
    `insert into event (workspace_id, id, customer_id, at, received_at, name, properties)
     select $1, n, 1 + n % ($2::int * 8 / 10), timestamptz '2026-06-30' - n % 300 * interval '1 day', now(),
            (array['login', 'view', 'view', 'review'])[1 + n % 4], jsonb_build_object('price', n % 9000, 'page', 'p' || n % 50)
       from generate_series(1, $2::int * 5) n`,
    [workspaceId, CUSTOMERS],
  );
  await query(
    `update customer c set order_count = o.n, order_amount = o.amount, first_order_at = o.first, last_order_at = o.last
       from (select customer_id, count(*) as n, sum(amount) as amount, min(at) as first, max(at) as last
               from shop_order where counted group by 1) o where o.customer_id = c.id`,
  );
  await query(
    `insert into segment (workspace_id, key, name, condition, updated_at) values ($1, 'half', 'half', '{"all":[]}', now())`,
    [workspaceId],
  );
  await query(
    `insert into segment_member (workspace_id, customer_id, segment_id, since)
     select $1, n, (select max(id) from segment), now() from generate_series(1, $2::int, 2) n`,
    [workspaceId, CUSTOMERS],
  );
  const figures: Record<string, string> = {};
  const slow: string[] = [];
  for (const [name, condition] of Object.entries(CONDITIONS)) {
    const times: number[] = [];
    let found = 0;
    for (let i = 0; i < 3; i++) {
      const before = performance.now();
      const { count, total } = await inWorkspace(services.db, workspaceId, (trx, here) =>
        countSegment(trx, here, condition, 'en'),
      );
      times.push(performance.now() - before);
      expect(total).toBe(CUSTOMERS);
      found = count;
    }
    const median = times.toSorted((a, b) => a - b)[1]!;
    figures[name] = `${found} in ${median.toFixed(0)} ms`;
    if (median > MOST_MS) slow.push(name);
  }
  await annotate(JSON.stringify(figures, undefined, 2));
  expect(slow).toEqual([]);
});
