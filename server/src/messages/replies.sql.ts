import { sql } from 'kysely';
import { texts } from '../db/arrays.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { ReplyTable } from '../db/tables/feedback.ts';
import type { Reply } from './reply.ts';

/** Keeps answers of mail servers until they are taken in as feedback. */
export async function keepReplies(trx: Trx, here: Here, replies: readonly Reply[]): Promise<void> {
  if (replies.length === 0) return;
  const column = (of: (reply: Reply) => string | null) => texts(replies.map(of));
  await sql`
    insert into reply (workspace_id, message_id, customer_id, kind, class, code, detail, address, at)
    select ${here.id}, r.*, ${new Date(here.realNow)}
      from unnest(${replies.map((r) => r.messageId)}::bigint[], ${replies.map((r) => r.customerId)}::bigint[],
                  ${column((r) => r.kind)}::text[], ${column((r) => r.judgement?.class ?? null)}::text[],
                  ${column((r) => r.judgement?.code ?? null)}::text[], ${column((r) => r.answer)}::text[],
                  ${column((r) => r.address)}::text[]) r
        on conflict do nothing`.execute(trx);
}

/** Takes up to `limit` answers away, those that nobody else is taking. */
export async function takeReplies(trx: Trx, here: Here, limit: number): Promise<Omit<ReplyTable, 'workspace_id'>[]> {
  const { rows } = await sql<Omit<ReplyTable, 'workspace_id'>>`
    delete from reply
     where workspace_id = ${here.id} and (message_id, kind) in (
       select message_id, kind from reply where workspace_id = ${here.id}
        order by message_id, kind limit ${limit} for update skip locked)
    returning message_id, customer_id, kind, class, code, detail, address, at`.execute(trx);
  return rows;
}
