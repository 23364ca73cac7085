import { openLink } from '../preferences/open-link.ts';
import { say } from '../preferences/say.ts';
import type { InboundMail } from './read-mail.ts';
import type { Reader } from './receive.ts';

/** Looked for where a word begins only: a subject may be a megabyte long. */
const TOKEN = /(?<![\w-])[\w-]{8,}\.\d{1,4}\.[\w-]{22}/g;
/** A mail asks for one. */
const MOST_TOKENS = 20;
/** Not the body: an answer that quotes a mail quotes its link as well. */
const PLACES = ['subject', 'to', 'delivered-to', 'x-original-to'];

/** Stops a topic for who sends the mail that List-Unsubscribe asks for. */
export const unsubscribeByMail: Reader = async (services, mail) => {
  if (isAutomatic(mail)) return undefined;
  const tokens = PLACES.flatMap((name) => mail.headers.get(name) ?? []).flatMap((text) => text.match(TOKEN) ?? []);
  for (const token of new Set(tokens.slice(0, MOST_TOKENS))) {
    const open = await openLink(services, token);
    if (open?.link.purpose !== 'unsubscribe') continue;
    await say(services, open, [{ topic: open.link.topic, subscribed: false }], { way: 'mailto' });
    return `customer ${open.customerId} gets no more mails about “${open.link.topic}”`;
  }
  return undefined;
};

const isAutomatic = ({ headers }: InboundMail): boolean =>
  (headers.get('auto-submitted') ?? []).some((value) => !/^no\b/i.test(value));
