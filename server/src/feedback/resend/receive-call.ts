import { AppError } from '@tabiji/shared/errors.ts';
import type { Trx } from '../../db/database.ts';
import { type Here, inWorkspace } from '../../db/in-workspace.ts';
import type { Services } from '../../services.ts';
import { isHookKey, workspaceIn } from '../hook-key.sql.ts';
import { findMails } from '../mails.sql.ts';
import { receiveFeedback } from '../receive.ts';
import { keepCall, tookCall } from './calls.sql.ts';
import { mailOf, readEvent, toldBy } from './read-event.ts';
import { openWebhookSecrets } from './secrets.sql.ts';
import { isSigned, type SignedHeaders } from './signature.ts';

/** What became of a call: `ignored` says nothing of a mail of ours and is kept to be read. */
export type CallEnd = 'unknown_key' | 'not_signed' | 'repeated' | 'taken' | 'ignored';

/**
 * Takes in one call of Resend. Nothing of it is read before its signature was checked; what it says is stored and has
 * had its effect when this resolves.
 * @param body as it came, to the byte
 * @throws SealError where no secret can be opened with this server's key: the provider calls again
 */
export async function receiveResendCall(
  { db, ring, config }: Pick<Services, 'db' | 'ring' | 'config'>,
  key: string,
  body: Uint8Array,
  headers: SignedHeaders,
): Promise<CallEnd> {
  const workspaceId = workspaceIn(key);
  if (workspaceId === undefined) return 'unknown_key';
  try {
    const end = await inWorkspace(db, workspaceId, async (trx, here): Promise<CallEnd> => {
      if (!(await isHookKey(trx, here, key))) return 'unknown_key';
      const secrets = await openWebhookSecrets(trx, here, config);
      if (!isSigned(body, headers, { secrets, now: here.realNow })) return 'not_signed';
      return takeIn(trx, here, headers.id ?? '', Buffer.from(body).toString('utf8'));
    });
    if (end === 'taken') ring(workspaceId);
    return end;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return 'unknown_key';
    throw error;
  }
}

async function takeIn(trx: Trx, here: Here, id: string, text: string): Promise<CallEnd> {
  const read = readEvent(text);
  if (!(await keepCall(trx, here, { id, kind: read?.kind ?? '', text }))) return 'repeated';
  const ref = read?.event && mailOf(read.event);
  const mail = ref && (await findMails(trx, here, [ref])).get(ref.messageId);
  const told = mail && toldBy(read.event!, id, mail, here.realNow);
  if (!told) return 'ignored';
  await receiveFeedback(trx, here, [told]);
  await tookCall(trx, here, id);
  return 'taken';
}
