import type { BounceClass } from '@tabiji/shared/sending/feedback.ts';

/** Mailboxes and domains that are not there any more (RFC 3463, 5.1.x; 5.2.1: switched off). */
const DEAD = new Set(['5.1.0', '5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);

/**
 * Whose fault it is that a mail came back, by its enhanced status code and not by words: a dead address, a mailbox that
 * may take mails again, or a sender who is not believed (5.7.x).
 * @param code RFC 3463, such as 5.1.1
 */
export function bounceClass(code: string): BounceClass {
  if (DEAD.has(code)) return 'hard';
  return code.startsWith('5.7.') ? 'sender' : 'soft';
}

/** Answers by which servers say that a mailbox is not there (RFC 5321); 552: it is full, 554 may be anything. */
const GONE = new Set(['550', '551', '553']);
/** Many servers refuse what they do not like with 550 as well. */
const POLICY = /\b(spam|blocked|block ?list|blacklist|denied|policy|reputation|dmarc|dkim|spf|reject(ed)? due to)\b/i;

/**
 * The same of servers that give no enhanced code.
 * @param reply three digits
 * @param text what the server said with it
 */
export function classOfReply(reply: string, text: string): BounceClass {
  if (!reply.startsWith('5')) return 'soft';
  if (POLICY.test(text)) return 'sender';
  return GONE.has(reply) ? 'hard' : 'soft';
}
