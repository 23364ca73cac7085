import type { MailboxSettings, MailboxTrouble, SetMailbox } from '@tabiji/shared/api/mailbox.ts';
import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { MailboxRow } from '../db/tables/mailbox.ts';

/** The workspace's mailbox, with its sealed password. */
export const findMailbox = (trx: Trx, here: Here): Promise<MailboxRow | undefined> =>
  trx.selectFrom('mailbox').selectAll().where('workspace_id', '=', here.id).executeTakeFirst();

/** As people may see it. */
export const shownMailbox = (row: MailboxRow): MailboxSettings => ({
  host: row.host,
  port: row.port,
  tls: row.tls,
  username: row.username,
  folder: row.folder,
  readAt: row.polled_at?.toISOString() ?? null,
  trouble:
    row.trouble === null
      ? null
      : {
          code: row.trouble,
          detail: row.trouble_detail ?? '',
          since: (row.trouble_since ?? row.polled_at ?? new Date(0)).toISOString(),
        },
  taken: row.taken,
  passed: row.passed,
  broken: row.broken,
  lastTakenAt: row.last_taken_at?.toISOString() ?? null,
});

/** Keeps what is to be looked into from now on; another folder or server is read from its beginning. */
export async function setMailbox(
  trx: Trx,
  here: Here,
  { host, port, tls, username, folder, secret }: Omit<SetMailbox, 'password'> & { secret: string },
): Promise<void> {
  await sql`
    insert into mailbox as m (workspace_id, host, port, tls, username, secret, folder)
    values (${here.id}, ${host}, ${port}, ${tls}, ${username}, ${secret}, ${folder})
        on conflict (workspace_id) do update
       set host = excluded.host, port = excluded.port, tls = excluded.tls, username = excluded.username,
           secret = excluded.secret, folder = excluded.folder, trouble = null, trouble_detail = null, trouble_since = null,
           uid_validity = case when (m.host, m.username, m.folder) = (excluded.host, excluded.username, excluded.folder)
                               then m.uid_validity end`.execute(trx);
}

/** It is not looked into any more; what is in it stays. */
export async function removeMailbox(trx: Trx, here: Here): Promise<void> {
  await trx.deleteFrom('mailbox').where('workspace_id', '=', here.id).execute();
}

/** What was done with one mail. */
export type Done = 'taken' | 'passed' | 'broken';

/** Everything up to a mail was read: it is not asked for again, unless the server has numbered the folder anew. */
export async function noteRead(
  trx: Trx,
  here: Here,
  { validity, uid, done }: { validity: bigint; uid: number; done: Done },
): Promise<void> {
  const count = (what: Done) => (done === what ? 1 : 0);
  await sql`
    update mailbox
       set last_uid = case when uid_validity = ${validity} then greatest(last_uid, ${uid}) else ${uid} end,
           uid_validity = ${validity}, taken = taken + ${count('taken')}, passed = passed + ${count('passed')},
           broken = broken + ${count('broken')},
           last_taken_at = case when ${done === 'taken'} then ${new Date(here.realNow)}::timestamptz else last_taken_at end
     where workspace_id = ${here.id}`.execute(trx);
}

/** How the last look ended. */
export async function notePoll(
  trx: Trx,
  here: Here,
  trouble: { code: MailboxTrouble; detail: string } | undefined,
): Promise<void> {
  const now = new Date(here.realNow);
  await sql`
    update mailbox
       set polled_at = ${now}, trouble = ${trouble?.code ?? null}, trouble_detail = ${trouble?.detail ?? null},
           trouble_since = case when ${trouble !== undefined} then coalesce(trouble_since, ${now}::timestamptz) end
     where workspace_id = ${here.id}`.execute(trx);
}
