import { sql } from 'kysely';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';

/** Lets an address be written to again; who did it and why stays in the log. @throws AppError `not_found` */
export async function releaseAddress(
  trx: Trx,
  here: Here,
  { id, note, actor }: { id: string; note: string; actor: string },
): Promise<void> {
  const { rows } = await sql<{ reason: string }>`
    with gone as (
      delete from suppression where workspace_id = ${here.id} and address_hash = decode(${id}, 'hex') returning reason)
    insert into suppression_log (workspace_id, at, real_at, address_hash, action, reason, note, actor)
    select ${here.id}, ${new Date(here.now)}::timestamptz, ${new Date(here.realNow)}::timestamptz, decode(${id}, 'hex'),
           'release', reason, ${note}, ${actor} from gone returning reason`.execute(trx);
  if (rows.length === 0) throw new AppError('not_found', 'This address is not suppressed.');
}
