import type { BounceClass } from '@tabiji/shared/sending/feedback.ts';

/** Whose fault a bounce is, and the code that says so: RFC 3463, else three digits; empty where there is none. */
export interface Judgement {
  class: BounceClass;
  code: string;
}

/** Mailboxes that are not there any more (RFC 3463, 5.1.x; 5.2.1: switched off; RFC 7505: a domain that takes no mail). */
const DEAD = new Set(['5.1.0', '5.1.1', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);

/**
 * The domain was not found, or no way to it (RFC 3463, X.1.2 and X.4.4). A lookup that fails for an hour, or a zone that
 * was let run out for a day, says the same: no proof about a mailbox. `stop-writing.ts` waits for days of it.
 */
export const NO_DOMAIN: readonly string[] = ['5.1.2', '5.4.4'];

const ENHANCED = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;
const REPLY = /(?<![\d.])([45]\d\d)(?=[ \-:#]|$)/m;

/** The enhanced status code in a text, if there is one. */
export const enhancedIn = (text: string): string | undefined => ENHANCED.exec(text)?.[1];

/** The first line of a text that holds a code of a mail server. */
export const lineWithCode = (text: string): string =>
  text.split('\n').find((line) => ENHANCED.test(line) || REPLY.test(line)) ?? '';

/**
 * Whose fault it is that a mail came back, by codes and not by words: a dead address, a mailbox that may take mails
 * again, or a sender who is not believed (5.7.x). The one place where bounces are judged, however they were told.
 * @param said.status what a report gives as the status: it counts, unless it says no more than that it failed
 * @param said.text what the other server answered
 * @param said.otherwise where there is no code at all; a mailbox is not given up for words
 */
export function judgeBounce({
  status = '',
  text,
  otherwise = 'soft',
}: {
  status?: string | undefined;
  text: string;
  otherwise?: BounceClass;
}): Judgement {
  const code = [enhancedIn(status), enhancedIn(text)].find((one) => one !== undefined && !one.endsWith('.0.0'));
  if (code !== undefined) return { class: classOf(code), code };
  const reply = REPLY.exec(text)?.[1];
  if (reply !== undefined) return { class: classOfReply(reply, text), code: reply };
  return { class: otherwise, code: enhancedIn(status) ?? '' };
}

function classOf(code: string): BounceClass {
  if (DEAD.has(code)) return 'hard';
  return code.startsWith('5.7.') ? 'sender' : 'soft';
}

/** Answers by which servers say that a mailbox is not there (RFC 5321); 552: it is full, 554 may be anything. */
const GONE = new Set(['550', '551', '553']);
/** Many servers refuse what they do not like with 550 as well. */
const POLICY = /\b(spam|blocked|block ?list|blacklist|denied|policy|reputation|dmarc|dkim|spf|reject(ed)? due to)\b/i;
/** What servers without enhanced codes say beside a 5xx of which no more is known, Japanese carriers among them. */
const NOBODY =
  /\b(user unknown|unknown user|no such (user|mailbox|recipient|address)|invalid (recipient|mailbox)|unknown (recipient|mailbox)|mailbox not found)\b/i;

function classOfReply(reply: string, text: string): BounceClass {
  if (!reply.startsWith('5')) return 'soft';
  if (POLICY.test(text)) return 'sender';
  return GONE.has(reply) || (reply === '554' && NOBODY.test(text)) ? 'hard' : 'soft';
}
