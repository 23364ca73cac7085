import { sql } from 'kysely';
import type { CustomerDetail, CustomerPage, CustomerRow, EnrollmentRow } from '@tabiji/shared/api/customers.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { foundBy } from './found.sql.ts';

interface Row {
  id: number;
  external_id: string;
  last_name: string | null;
  first_name: string | null;
  email: string | null;
  order_count: number;
  order_amount: number;
  last_order_at: Date | null;
}

/** Family name, given name; empty when unknown. */
export const nameOf = (row: { last_name: string | null; first_name: string | null }): string =>
  [row.last_name, row.first_name].filter(Boolean).join(' ');

const rowOf = (row: Row): CustomerRow => ({
  id: row.id,
  externalId: row.external_id,
  name: nameOf(row),
  email: row.email,
  orderCount: row.order_count,
  orderAmount: row.order_amount,
  lastOrderAt: row.last_order_at?.toISOString() ?? null,
});

/** Customers, newest first, found by the beginning of their name, reading, mail address, telephone number or the shop's id. */
export async function listCustomers(
  trx: Trx,
  here: Here,
  { q = '', after, limit }: { q?: string | undefined; after?: string | undefined; limit: number },
): Promise<CustomerPage> {
  const before = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after);
  const { rows } = await sql<Row>`
    select id, external_id, last_name, first_name, email, order_count, order_amount, last_order_at
      from customer
     where workspace_id = ${here.id} and id < ${before} and merged_into is null
       and ${q.trim() === '' ? sql`true` : sql`id in (${foundBy(here, q)})`}
     order by id desc limit ${limit + 1}`.execute(trx);
  const total = await sql<{ n: number }>`select count(*) as n from customer where workspace_id = ${here.id}`.execute(
    trx,
  );
  const page = rows.slice(0, limit);
  return {
    customers: page.map(rowOf),
    next: rows.length > limit ? String(page.at(-1)?.id) : null,
    total: total.rows[0]?.n ?? 0,
  };
}

/** @throws AppError `not_found` */
export async function customerDetail(trx: Trx, here: Here, id: number): Promise<CustomerDetail> {
  const row = await trx
    .selectFrom('customer')
    .selectAll()
    .where('workspace_id', '=', here.id)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new AppError('not_found', `There is no customer ${id}.`);
  const segments = await trx
    .selectFrom('segment_member as m')
    .innerJoin('segment as s', (join) =>
      join.onRef('s.id', '=', 'm.segment_id').onRef('s.workspace_id', '=', 'm.workspace_id'),
    )
    .select(['s.key', 's.name'])
    .where('m.workspace_id', '=', here.id)
    .where('m.customer_id', '=', id)
    .orderBy('s.name')
    .execute();
  return {
    ...rowOf(row),
    phone: row.phone,
    lastName: row.last_name,
    firstName: row.first_name,
    lastNameKana: row.last_name_kana,
    firstNameKana: row.first_name_kana,
    locale: row.locale,
    timeZone: row.time_zone,
    attributes: row.attributes,
    firstOrderAt: row.first_order_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    segments,
    enrollments: await enrollmentsOf(trx, here.id, id),
  };
}

/** A customer's passages, those under way first. */
export async function enrollmentsOf(trx: Trx, workspaceId: number, customerId: number): Promise<EnrollmentRow[]> {
  const { rows } = await sql<{
    id: number;
    journey_id: number;
    journey: string;
    version: number;
    node: string;
    node_name: string | null;
    node_type: string | null;
    entered_at: Date;
    due_at: Date | null;
    ended_at: Date | null;
    exit_reason: string | null;
    error: string | null;
  }>`
    select e.id, e.journey_id, j.name as journey, e.version, e.node,
           v.graph -> 'nodes' -> e.node ->> 'name' as node_name, v.graph -> 'nodes' -> e.node ->> 'type' as node_type,
           e.entered_at, e.due_at, e.ended_at, e.exit_reason, e.error
      from entry n
      join enrollment e on e.workspace_id = n.workspace_id and e.id = n.enrollment_id
      join journey j on j.workspace_id = e.workspace_id and j.id = e.journey_id
      join journey_version v on v.workspace_id = e.workspace_id and v.journey_id = e.journey_id and v.version = e.version
     where n.workspace_id = ${workspaceId} and n.customer_id = ${customerId}
     order by e.ended_at is not null, e.entered_at desc, e.id desc
     limit 200`.execute(trx);
  return rows.map((row) => ({
    id: row.id,
    journeyId: row.journey_id,
    journey: row.journey,
    version: row.version,
    node: row.node,
    nodeName: row.node_name,
    nodeType: row.node_type ?? '',
    enteredAt: row.entered_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    exitReason: row.exit_reason,
    error: row.error,
  }));
}
