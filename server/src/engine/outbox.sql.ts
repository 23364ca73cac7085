import { sql } from 'kysely';
import type { Millis } from '@tabiji/shared/time.ts';
import { booleans, integers, millis, seldom, texts } from '../db/arrays.ts';
import type { Trx } from '../db/database.ts';

/** A letter that a pass asked for. */
export interface Asked {
  enrollmentId: number;
  customerId: number;
  journeyId: number;
  version: number;
  /** The visit at which the enrollment rests for the result. */
  visit: number;
  node: string;
  template: string;
  templateVersion: number | null;
  askedAt: Millis;
  priority: number;
  topic: string | null;
  /** Key; null: the default one. */
  sender: string | null;
  /** Asked for so late after a pause that it is passed over. */
  stale: boolean;
  /** Stable for ever; see message-key.ts. */
  key: string;
}

/** Puts letters into the outbox, in the transaction that moves their enrollments. */
export async function writeOutbox(trx: Trx, workspaceId: number, asked: readonly Asked[]): Promise<void> {
  if (asked.length === 0) return;
  const column = <K extends keyof Asked>(key: K) => asked.map((row) => row[key]);
  await sql`
    insert into outbox (workspace_id, id, customer_id, enrollment_id, journey_id, version, visit, node, template,
                        template_version, asked_at, key, priority, topic, stale, sender)
    select ${workspaceId}, nextval('row_number'), o.customer, o.enrollment, o.journey, o.version, o.visit, o.node, o.template,
           o.template_version, at_ms(o.asked_at), o.key, coalesce(o.priority, 50), o.topic, coalesce(o.stale, false),
           o.sender
      from unnest(${integers(column('customerId'))}::bigint[], ${integers(column('enrollmentId'))}::bigint[],
                  ${integers(column('journeyId'))}::int[], ${integers(column('version'))}::int[], ${integers(column('visit'))}::int[],
                  ${texts(column('node'))}::text[], ${texts(column('template'))}::text[],
                  ${integers(column('templateVersion'))}::int[], ${millis(column('askedAt'))}::bigint[],
                  ${texts(column('key'))}::text[],
                  ${seldom(
                    column('priority').map((one) => (one === 50 ? null : one)),
                    integers,
                  )}::int[],
                  ${seldom(column('topic'), texts)}::text[], ${column('stale').includes(true) ? booleans(column('stale')) : '{}'}::boolean[],
                  ${seldom(column('sender'), texts)}::text[])
           as o(customer, enrollment, journey, version, visit, node, template, template_version, asked_at, key, priority, topic, stale, sender)`.execute(
    trx,
  );
}

/** Takes back letters that have not been handed over, because their enrollments ended; they are kept as cancelled. */
export async function cancelUnsent(
  trx: Trx,
  workspaceId: number,
  {
    enrollments,
    now,
    realNow,
    because,
  }: { enrollments: readonly number[]; now: Millis; realNow: Millis; because: string },
): Promise<void> {
  await sql`
    with gone as (
      delete from outbox
       where workspace_id = ${workspaceId} and enrollment_id = any(${enrollments as number[]}::bigint[]) and status in ('queued', 'held')
      returning *)
    insert into message (workspace_id, id, customer_id, enrollment_id, journey_id, version, at, received_at, state, node,
                         template, template_version, key, provider, because, asked_at, holds, sender)
    select workspace_id, id, customer_id, enrollment_id, journey_id, version, ${new Date(now)}, ${new Date(realNow)},
           -- one that was tried with an unknown outcome may have gone out
           case when first_attempt_at is null then 'cancelled' else 'unknown' end, node, template, template_version, key, '', ${because},
           asked_at, holds, sender from gone`.execute(trx);
}
