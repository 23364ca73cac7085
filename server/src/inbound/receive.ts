import type { Services } from '../services.ts';
import { readMail, type InboundMail } from './read-mail.ts';
import { reportByMail } from './report.ts';
import { unsubscribeByMail } from './unsubscribe.ts';

/** Does with a mail what it asks for; says what it did, or nothing where the mail is another's to read. */
export type Reader = (services: Pick<Services, 'db' | 'ring'>, mail: InboundMail) => Promise<string | undefined>;

/** Who reads mails that come in, one after the other until somebody knows what to do. */
const READERS: readonly Reader[] = [reportByMail, unsubscribeByMail];

/** Reads one raw message. Undefined: nobody knew what to do with it. */
export async function receiveMail(services: Pick<Services, 'db' | 'ring'>, raw: string): Promise<string | undefined> {
  const mail = readMail(raw);
  for (const read of READERS) {
    const done = await read(services, mail);
    if (done !== undefined) return done;
  }
  return undefined;
}
