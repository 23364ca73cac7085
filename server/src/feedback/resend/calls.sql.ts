import { sql } from 'kysely';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { storable } from '../../db/storable.ts';

/** Longer than a provider repeats a call by itself or by hand; the feedback it told of stays, and knows its own key. */
const KEEP_DAYS = 90;

/** Keeps a call that proved whose it is. @returns whether it is the first with this id */
export async function keepCall(
  trx: Trx,
  here: Here,
  { id, kind, text }: { id: string; kind: string; text: string },
): Promise<boolean> {
  const { rows } = await sql`
    insert into hook_call (workspace_id, id, received_at, kind, taken, payload)
    values (${here.id}, ${`resend:${id}`}, ${new Date(here.realNow)}, ${kind}, false, ${storable(text)})
        on conflict (workspace_id, id) do nothing returning 1`.execute(trx);
  return rows.length > 0;
}

/**
 * Forgets calls that nobody repeats any more: Resend gives up after 28 hours, and people may send again what failed.
 * What was not understood is kept for as long to be read.
 */
export async function dropOldCalls(trx: Trx, here: Here): Promise<void> {
  await sql`
    delete from hook_call
     where workspace_id = ${here.id} and received_at < ${new Date(here.realNow - KEEP_DAYS * 86_400_000)}`.execute(trx);
}

/** It told something of a mail of ours: the feedback says what matters, the rest may name people and goes. */
export async function tookCall(trx: Trx, here: Here, id: string): Promise<void> {
  await sql`
    update hook_call set taken = true, payload = null
     where workspace_id = ${here.id} and id = ${`resend:${id}`}`.execute(trx);
}
