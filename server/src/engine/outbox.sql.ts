import { sql } from 'kysely';
import type { Millis } from '@tabiji/shared/time.ts';
import { nextRowNumbers } from '../db/numbers.sql.ts';
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
  /** Stable for ever; see message-key.ts. */
  key: string;
}

/** Puts letters into the outbox, in the transaction that moves their enrollments. */
export async function writeOutbox(trx: Trx, workspaceId: number, asked: readonly Asked[]): Promise<void> {
  if (asked.length === 0) return;
  const ids = await nextRowNumbers(trx, asked.length);
  const column = <K extends keyof Asked>(key: K) => asked.map((row) => row[key]);
  await sql`
    insert into outbox (workspace_id, id, customer_id, enrollment_id, journey_id, version, visit, node, template,
                        template_version, asked_at, key)
    select ${workspaceId}, o.* from unnest(
      ${ids}::bigint[], ${column('customerId')}::bigint[], ${column('enrollmentId')}::bigint[], ${column('journeyId')}::int[],
      ${column('version')}::int[], ${column('visit')}::int[], ${column('node')}::text[], ${column('template')}::text[],
      ${column('templateVersion')}::int[], ${asked.map(({ askedAt }) => new Date(askedAt))}::timestamptz[],
      ${column('key')}::text[]) as o`.execute(trx);
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
       where workspace_id = ${workspaceId} and enrollment_id = any(${enrollments as number[]}::bigint[]) and status = 'queued'
      returning *)
    insert into message (workspace_id, id, customer_id, enrollment_id, journey_id, version, at, received_at, state, node,
                         template, template_version, key, provider, because)
    select workspace_id, id, customer_id, enrollment_id, journey_id, version, ${new Date(now)}, ${new Date(realNow)},
           -- one that was tried with an unknown outcome may have gone out
           case when first_attempt_at is null then 'cancelled' else 'unknown' end, node, template, template_version, key, '', ${because} from gone`.execute(
    trx,
  );
}
