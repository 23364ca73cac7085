import { sql } from 'kysely';
import { texts } from '../../db/arrays.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { SENDER_WAIT_MS } from '../outcome.ts';

/** Keeps which senders' mails a service does not take, with why, and forgets those whose it takes again. */
export async function changeSenderTrouble(
  trx: Trx,
  here: Here,
  failed: ReadonlyMap<string, string>,
  well: readonly string[],
): Promise<void> {
  if (well.length > 0)
    await sql`
      delete from sender_trouble where workspace_id = ${here.id} and sender = any(${texts(well)}::text[])`.execute(trx);
  if (failed.size === 0) return;
  const now = new Date(here.realNow);
  const rows = [...failed].toSorted(([a], [b]) => (a < b ? -1 : 1)); // so that nobody waits in a circle
  await sql`
    insert into sender_trouble as known (workspace_id, sender, since, waits_until, tries, because)
    select ${here.id}, f.sender, ${now}, ${new Date(here.realNow + SENDER_WAIT_MS)}, 1, f.because
      from unnest(${texts(rows.map(([sender]) => sender))}::text[], ${texts(rows.map(([, because]) => because))}::text[])
             as f(sender, because)
        on conflict (workspace_id, sender) do update
       set waits_until = excluded.waits_until, tries = known.tries + 1, because = excluded.because, changed_at = null`.execute(
    trx,
  );
}
