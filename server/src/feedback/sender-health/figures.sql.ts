import type { SenderFigures } from '@tabiji/shared/sending/auto-pause.ts';
import { sql } from 'kysely';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';

/** A sender is judged by its last mails, and by the mails of the last days. */
const LAST_MAILS = 1000;
const LAST_DAYS = 7;
/** Who writes seldom is not judged by mails of years ago. */
const OLDEST_DAYS = 90;

/** Figures of a sender's last mails and of its last days; since it was let go on last, where it had been stopped. */
export async function figuresOf(
  trx: Trx,
  here: Here,
  sender: string,
): Promise<{ lastMails: SenderFigures; lastDays: SenderFigures }> {
  const ago = (days: number) => new Date(here.realNow - days * 86_400_000);
  const sums = sql`coalesce(sum(sent), 0)::int as mails, coalesce(sum(hard), 0)::int as hard,
                   coalesce(sum(complained), 0)::int as complained, coalesce(sum(policy), 0)::int as policy,
                   coalesce(sum(unproved), 0)::int as unproved`;
  const { rows } = await sql<SenderFigures>`
    with mine as (
      select * from sender_tally
       where workspace_id = ${here.id} and sender = ${sender}
         and at > coalesce((select max(released_at) from sender_pause
                             where workspace_id = ${here.id} and sender = ${sender}), ${ago(OLDEST_DAYS)})
         and at > ${ago(OLDEST_DAYS)}),
    newest as (select at, sum(sent) over (order by at desc, id desc) - sent as later from mine where sent > 0)
    select ${sums} from mine where at >= (select min(at) from newest where later < ${LAST_MAILS})
     union all
    select ${sums} from mine where at > ${ago(LAST_DAYS)}`.execute(trx);
  return { lastMails: rows[0]!, lastDays: rows[1]! };
}
