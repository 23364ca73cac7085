import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';

/** Which mail is meant: its number and its customer's, by whom the archive is read. */
export interface MailRef {
  customerId: number;
  messageId: number;
}

/** A mail that was handed over, or is just being. */
export interface MailMeant extends MailRef {
  journeyId: number;
  node: string;
  template: string;
  templateVersion: number | null;
  /** Key of the sender; null: the default one. */
  sender: string | null;
  /** Real time; null while the answer of whoever took it over is awaited. */
  sentAt: Date | null;
  /** The shop's id of the customer; of a merged one, of whom they were merged into. */
  customer: string;
  email: string | null;
}

/** Those of the mails that there are, by their number. */
export async function findMails(trx: Trx, here: Here, refs: readonly MailRef[]): Promise<Map<number, MailMeant>> {
  if (refs.length === 0) return new Map();
  const { rows } = await sql<MailMeant>`
    with recursive r as (
      select distinct * from unnest(${refs.map((ref) => ref.customerId)}::bigint[],
                                    ${refs.map((ref) => ref.messageId)}::bigint[]) as r(customer, message)),
    mail as (
      select m.id, m.customer_id, m.journey_id, m.node, m.template, m.template_version, m.sender,
             m.received_at as sent_at
        from r join message m on m.workspace_id = ${here.id} and m.customer_id = r.customer and m.id = r.message
       where m.state in ('sent', 'unknown')
       union all
      select o.id, o.customer_id, o.journey_id, o.node, o.template, o.template_version, o.sender, null
        from r join outbox o on o.workspace_id = ${here.id} and o.id = r.message and o.customer_id = r.customer
       where o.first_attempt_at is not null or o.attempts > 0),
    who as (
      select c.id as of, c.id, c.merged_into, c.external_id, c.email
        from customer c where c.workspace_id = ${here.id} and c.id in (select customer_id from mail)
       union all
      select who.of, c.id, c.merged_into, c.external_id, who.email
        from who join customer c on c.workspace_id = ${here.id} and c.id = who.merged_into)
    select mail.id as "messageId", mail.customer_id as "customerId", journey_id as "journeyId", node, template,
           template_version as "templateVersion", sender, sent_at as "sentAt", who.external_id as customer, who.email
      from mail join who on who.of = mail.customer_id and who.merged_into is null`.execute(trx);
  return new Map(rows.map((row) => [row.messageId, row]));
}
