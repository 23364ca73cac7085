import { sql } from 'kysely';
import { MESSAGE_EVENTS } from '@tabiji/shared/conditions/message-events.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { integers, millis, texts } from '../db/arrays.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { today } from './today.ts';

/** Somebody clicked in a mail, as the provider's feedback says. */
export interface Click {
  customer: number;
  journey: number;
  node: string;
  at: Millis;
  arrival: number;
}

/**
 * Counts passages that have met their goal, once for each node whose mail had been handed over to them by then. Rides
 * message_customer.
 */
export async function countGoals(trx: Trx, here: Here, enrollments: readonly number[]): Promise<void> {
  if (enrollments.length === 0) return;
  await sql`
    with met as (
      select distinct on (m.enrollment_id, m.node) m.journey_id, m.version, m.node, m.template
        from enrollment e
        join message m on m.workspace_id = e.workspace_id and m.customer_id = e.customer_id and m.enrollment_id = e.id
       where e.workspace_id = ${here.id} and e.id = any(${integers(enrollments)}::bigint[]) and m.state = 'sent'
         and m.at <= e.ended_at -- one may have gone out while the ending waited for its row
       order by m.enrollment_id, m.node, m.id desc)
    insert into journey_delta (workspace_id, journey_id, version, day, n, kind, node, name)
    select ${here.id}, journey_id, version, ${today(here)}, count(*), 'goal', node, template
      from met group by journey_id, version, node, template`.execute(trx);
}

/** Counts clicks by the mail they were made in: the last one of the node before them, and only the first click of each. */
export async function countClicks(trx: Trx, here: Here, clicks: readonly Click[]): Promise<void> {
  if (clicks.length === 0) return;
  await sql`
    with first as (
      select m.version, m.template, c.journey, c.node
        from unnest(${integers(clicks.map((one) => one.customer))}::bigint[], ${integers(clicks.map((one) => one.journey))}::bigint[],
                    ${texts(clicks.map((one) => one.node))}::text[], ${millis(clicks.map((one) => one.at))}::bigint[],
                    ${integers(clicks.map((one) => one.arrival))}::bigint[]) as c(customer, journey, node, at, arrival),
             lateral (
               select version, template, at from message
                where workspace_id = ${here.id} and customer_id = c.customer and journey_id = c.journey and node = c.node
                  and state = 'sent' and at <= at_ms(c.at)
                order by at desc, id desc limit 1) m
       where not exists (
         select from event e
          where e.workspace_id = ${here.id} and e.customer_id = c.customer and e.name = ${MESSAGE_EVENTS.clicked}
            and e.at >= m.at and e.id < c.arrival
            and e.properties ->> 'journey' = c.journey::text and e.properties ->> 'node' = c.node))
    insert into journey_delta (workspace_id, journey_id, version, day, n, kind, node, name)
    select ${here.id}, journey, version, ${today(here)}, count(*), 'clicked', node, template
      from first group by journey, version, node, template`.execute(trx);
}
