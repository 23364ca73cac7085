import type { MailboxCheck } from '@tabiji/shared/api/mailbox.ts';
import type { Config } from '../config.ts';
import { type Access, withFolder } from './imap.ts';
import { troubleOf } from './trouble.ts';

/** Logs in and opens the folder; reads no mail. */
export async function checkMailbox(access: Access, config: Config): Promise<MailboxCheck> {
  try {
    return await withFolder(access, config, ({ mails }) => Promise.resolve({ ok: true as const, mails }));
  } catch (error) {
    const { code, detail } = troubleOf(error);
    return { ok: false, trouble: code, detail };
  }
}
