import { sql } from 'kysely';
import type { Day } from '@tabiji/shared/time/day.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';

/** Another mail of a customer that is due and has not been judged. */
export interface Rival {
  id: number;
  customer: number;
  priority: number;
  topic: string | null;
}

/** What else is under way for some customers. */
export interface Rivals {
  waiting: Rival[];
  /** Customers who are due in a journey: their next pass may ask for a mail that goes first. */
  moving: Set<number>;
}

/** A place under the cap that a mail has taken. */
export interface Place {
  id: number;
  day: Day;
}

/**
 * Locks the ledgers of customers, in the order of their ids, until the transaction ends: of any number of senders one
 * after the other decides who takes a place.
 * @returns the local dates of the letters that count, one entry a letter
 */
export async function lockLedgers(
  trx: Trx,
  workspaceId: number,
  customers: readonly number[],
): Promise<Map<number, Day[]>> {
  const { rows } = await sql<{ customer_id: number; days: Day[] }>`
    insert into ledger as l (workspace_id, customer_id, days)
    select ${workspaceId}, c.id, '{}' from unnest(${[...new Set(customers)]}::bigint[]) as c(id) order by c.id
        on conflict (workspace_id, customer_id) do update set customer_id = excluded.customer_id
    returning l.customer_id, l.days`.execute(trx);
  return new Map(rows.map(({ customer_id, days }) => [customer_id, days]));
}

/** Writes what counts for customers, and which mails have taken a place. */
export async function writeLedgers(
  trx: Trx,
  workspaceId: number,
  ledgers: readonly { customer: number; days: readonly Day[] }[],
  places: readonly Place[],
): Promise<void> {
  if (places.length === 0) return;
  await sql`
    with counted as (
      update ledger l set days = r.days::int[]
        from unnest(${ledgers.map(({ customer }) => customer)}::bigint[],
                    ${ledgers.map(({ days }) => `{${days.join(',')}}`)}::text[]) as r(customer, days)
       where l.workspace_id = ${workspaceId} and l.customer_id = r.customer)
    update outbox o set counted = p.day
      from unnest(${places.map(({ id }) => id)}::bigint[], ${places.map(({ day }) => day)}::int[]) as p(id, day)
     where o.workspace_id = ${workspaceId} and o.id = p.id`.execute(trx);
}

/** What is due for customers besides what is being judged. */
export async function findRivals(trx: Trx, here: Here, customers: readonly number[]): Promise<Rivals> {
  const { rows } = await sql<Rival & { moving: boolean }>`
    select e.customer_id as customer, e.due_at <= ${new Date(here.now)} as moving, o.id, o.priority, o.topic
      from entry n
      join enrollment e on e.workspace_id = n.workspace_id and e.id = n.enrollment_id
      left join outbox o on o.workspace_id = e.workspace_id and o.enrollment_id = e.id and o.visit = e.visit
       and o.counted is null
       and (o.hold_until <= ${new Date(here.now)} or (o.status = 'queued' and o.retry_at <= ${new Date(here.realNow)}))
     where n.workspace_id = ${here.id} and n.customer_id = any(${[...new Set(customers)]}::bigint[]) and e.ended_at is null
       and (o.id is not null or e.due_at <= ${new Date(here.now)})`.execute(trx);
  return {
    waiting: rows.filter(({ id }) => id !== null),
    moving: new Set(rows.filter(({ moving }) => moving).map(({ customer }) => customer)),
  };
}

/** Gives back the places of mails that will not be handed over. */
export async function giveBack(
  trx: Trx,
  workspaceId: number,
  places: readonly { customer: number; day: Day }[],
): Promise<void> {
  if (places.length === 0) return;
  const sorted = places.toSorted((a, b) => a.customer - b.customer);
  for (const { customer, day } of sorted)
    await sql`
      update ledger set days = days[: array_position(days, ${day}) - 1] || days[array_position(days, ${day}) + 1 :]
       where workspace_id = ${workspaceId} and customer_id = ${customer} and ${day} = any(days)`.execute(trx);
}
