import type { Query } from '../support/world-database.ts';

const COUNTED = [
  'customer',
  'shop_order',
  'shipment',
  'event',
  'event_key',
  'segment',
  'segment_member',
  'timer',
  'journey',
  'journey_version',
  'template',
  'enrollment',
  'diary',
  'outbox',
  'message',
  'letter',
];

/** What a database holds, without the numbers that depend on who wrote first. */
export async function contentsOf(query: Query) {
  const counts: Record<string, number> = {};
  for (const table of COUNTED)
    counts[table] = (await query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;
  return {
    counts,
    letters: await query(
      `select c.external_id, l.template, l.at, l.subject from letter l join customer c on c.id = l.customer_id order by 1, 3, 2`,
    ),
    enrollments: await query(
      `select c.external_id, j.name, e.entered_at, e.node, e.due_at, e.exit_reason, e.visit
         from enrollment e join customer c on c.id = e.customer_id join journey j on j.id = e.journey_id order by 1, 2, 3`,
    ),
    totals: await query(
      `select external_id, order_count, order_amount, last_order_at, attributes from customer order by 1`,
    ),
  };
}
