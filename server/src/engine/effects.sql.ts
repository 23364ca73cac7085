import { sql } from 'kysely';
import type { Json } from '@tabiji/shared/json.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { nextRowNumbers } from '../db/numbers.sql.ts';
import type { Trx } from '../db/database.ts';

/** Work of a node type's own that a pass asked for. */
export interface AskedWork {
  customerId: number;
  enrollmentId: number;
  journeyId: number;
  version: number;
  /** The visit at which the enrollment rests for the result. */
  visit: number;
  node: string;
  performer: string;
  payload: Json;
  askedAt: Millis;
  /** Stable for ever; see message-key.ts. */
  key: string;
}

/** Puts work where its worker finds it, in the transaction that moves the enrollments. */
export async function askWork(trx: Trx, workspaceId: number, asked: readonly AskedWork[]): Promise<void> {
  if (asked.length === 0) return;
  const ids = await nextRowNumbers(trx, asked.length);
  const column = <K extends keyof AskedWork>(key: K) => asked.map((row) => row[key]);
  await sql`
    insert into effect (workspace_id, id, customer_id, enrollment_id, journey_id, version, visit, node, performer, payload,
                        asked_at, key)
    select ${workspaceId}, f.* from unnest(
      ${ids}::bigint[], ${column('customerId')}::bigint[], ${column('enrollmentId')}::bigint[], ${column('journeyId')}::int[],
      ${column('version')}::int[], ${column('visit')}::int[], ${column('node')}::text[], ${column('performer')}::text[],
      ${asked.map(({ payload }) => JSON.stringify(payload))}::jsonb[],
      ${asked.map(({ askedAt }) => new Date(askedAt))}::timestamptz[], ${column('key')}::text[]) as f`.execute(trx);
}
