import type { PauseReason, SenderFigures } from '@tabiji/shared/sending/auto-pause.ts';
import type { SenderPause, TroubledMail } from '@tabiji/shared/api/pace.ts';
import { sql } from 'kysely';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';

/** Stops the promotional mails of a sender; a sender that is stopped already stays so. */
export async function pauseSender(
  trx: Trx,
  here: Here,
  sender: string,
  { because, figures, domain }: { because: PauseReason; figures: SenderFigures; domain?: string },
): Promise<void> {
  await sql`
    with kept as (
      insert into sender_pause (workspace_id, sender, paused_at, because, figures, domain)
      values (${here.id}, ${sender}, ${new Date(here.realNow)}, ${because}, ${JSON.stringify(figures)}, ${domain ?? null})
          on conflict (workspace_id, sender) where released_at is null do nothing
      returning sender)
    update workspace w set paused_senders = array_append(w.paused_senders, kept.sender)
      from kept where w.id = ${here.id} and not kept.sender = any(w.paused_senders)`.execute(trx);
}

/**
 * Lets the promotional mails of a sender go again, those that waited at once.
 * @returns whether it had been stopped
 */
export async function releaseSender(
  trx: Trx,
  here: Here,
  sender: string,
  { by, note }: { by: string; note: string },
): Promise<boolean> {
  // Waits for senders that are giving mails back because of the pause: hold.sql.ts locks this row.
  await sql`
    update workspace set paused_senders = array_remove(paused_senders, ${sender}) where id = ${here.id}`.execute(trx);
  const released = await trx
    .updateTable('sender_pause')
    .set({ released_at: new Date(here.realNow), released_by: by, note })
    .where('workspace_id', '=', here.id)
    .where('sender', '=', sender)
    .where('released_at', 'is', null)
    .executeTakeFirst();
  await sql`
    update outbox set hold_until = ${new Date(here.now)}
     where workspace_id = ${here.id} and hold_until = 'infinity' and holds -> -1 ->> 1 = 'sender_paused'
       and coalesce(sender, ${here.sender.key}) = ${sender}`.execute(trx);
  return released.numUpdatedRows > 0n;
}

/** When senders were stopped, the newest first: all that are stopped now, and the last ten that were. */
export async function listPauses(trx: Trx, here: Here): Promise<SenderPause[]> {
  const rows = await trx
    .selectFrom('sender_pause')
    .selectAll()
    .where('workspace_id', '=', here.id)
    .orderBy(sql`released_at is not null`)
    .orderBy('id', 'desc')
    .limit(30)
    .execute();
  return rows.map((row) => ({
    sender: row.sender,
    at: row.paused_at.toISOString(),
    because: row.because,
    domain: row.domain,
    figures: row.figures,
    released:
      row.released_at === null
        ? null
        : { at: row.released_at.toISOString(), by: row.released_by ?? '', note: row.note ?? '' },
  }));
}

/** The mails of a sender that speak against it, the newest first. */
export async function troubledMails(trx: Trx, here: Here, sender: string, limit: number): Promise<TroubledMail[]> {
  const { rows } = await sql<Omit<TroubledMail, 'at'> & { at: Date }>`
    select f.received_at as at, f.customer_id as "customerId", f.kind, f.class, f.detail, m.subject, m.template,
           j.name as journey
      from feedback f
      join message m on m.workspace_id = f.workspace_id and m.customer_id = f.customer_id and m.id = f.message_id
      left join journey j on j.workspace_id = m.workspace_id and j.id = m.journey_id
     where f.workspace_id = ${here.id} and f.received_at > ${new Date(here.realNow - 30 * 86_400_000)}
       and (f.kind = 'complained' or (f.kind = 'bounced' and f.class <> 'soft'))
       and coalesce(m.sender, ${here.sender.key}) = ${sender}
     order by f.id desc limit ${limit}`.execute(trx);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
