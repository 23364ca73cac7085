import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { LinkKeys } from '@tabiji/shared/api/link-keys.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';

/** Every transaction of the workspace reads them all, and their numbers in links have three digits. */
const MOST = 100;

/** How many keys of links there are, and since when the last one signs. */
export async function linkKeys(trx: Trx, here: Here): Promise<LinkKeys> {
  const { rows } = await sql<{ believed: number; since: Date }>`
    select cardinality(link_keys) as believed, coalesce((link_key_times ->> -1)::timestamptz, created_at) as since
      from workspace where id = ${here.id}`.execute(trx);
  const { believed, since } = rows[0]!;
  return { believed, since: since.toISOString() };
}

/**
 * Signs links with another key from the commit on; what those before it signed is believed as ever.
 * @param believed how many there were when somebody decided so: pressed twice, it happens once
 * @throws AppError `conflict` where there are more by now; `refused` where there are too many
 */
export async function rotateLinkKeys(trx: Trx, here: Here, believed: number): Promise<void> {
  if (believed >= MOST) throw new AppError('refused', `There are ${MOST} keys of links: no more are taken.`);
  const { numAffectedRows } = await sql`
    update workspace
       set link_keys = link_keys || ${randomBytes(32).toString('hex')}::text,
           link_key_times = case when link_key_times = '[]' then jsonb_build_array(created_at) else link_key_times end
                            || to_jsonb(${new Date(here.realNow)}::timestamptz)
     where id = ${here.id} and cardinality(link_keys) = ${believed}`.execute(trx);
  if (numAffectedRows === 0n)
    throw new AppError('conflict', 'The key of links was changed in the meantime. Look again before you change it.');
}
