import type { Db, Trx } from '../db/database.ts';
import { type Here, inWorkspace } from '../db/in-workspace.ts';
import type { ReplyTable } from '../db/tables/feedback.ts';
import { takeReplies } from '../messages/replies.sql.ts';
import { receiveFeedback, type Told } from './receive.ts';

const AT_ONCE = 500;

/**
 * Takes in what mail servers answered while mails were handed over. An answer is taken away in the transaction in which
 * it has its effect, so that none is lost or heard twice.
 * @returns how many were taken in
 */
export async function hearReplies(db: Db, workspaceId: number): Promise<number> {
  let heard = 0;
  for (;;) {
    const some = await inWorkspace(db, workspaceId, hearSome);
    heard += some;
    if (some < AT_ONCE) return heard;
  }
}

async function hearSome(trx: Trx, here: Here): Promise<number> {
  const replies = await takeReplies(trx, here, AT_ONCE);
  if (replies.length > 0) await receiveFeedback(trx, here, replies.map(toldBy));
  return replies.length;
}

/** A report about the same answer would have the same key but for its beginning. */
const toldBy = (reply: Omit<ReplyTable, 'workspace_id'>): Told => ({
  messageId: reply.message_id,
  customerId: reply.customer_id,
  key: `smtp:${reply.message_id}:${reply.kind}:${reply.code ?? ''}`,
  at: reply.at.getTime(),
  kind: reply.kind,
  source: 'smtp',
  class: reply.class ?? undefined,
  code: reply.code ?? undefined,
  detail: reply.detail,
  address: reply.address,
});
