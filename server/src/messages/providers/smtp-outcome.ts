import type { Handed } from './provider.ts';

/** The channel closes; authentication is wanted, or ours is not good (RFC 5321, RFC 4954): no mail of ours would pass. */
const ABOUT_EVERYBODY = [421, 530, 534, 535, 538];
/** We and the server disagree about where we are; the mail itself was not looked at. */
const OUT_OF_STEP = [500, 502, 503];

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  /** The server's whole answer. */
  response?: string;
}

/**
 * What an attempt's failure means for the mail (RFC 5321, part 4.2).
 * @param begun the mail's content was on its way: without an answer nobody knows whether it was accepted
 */
export function outcomeOf(error: unknown, begun: boolean): Handed {
  const { code, command, responseCode: reply, message } = error as SmtpError;
  const because = `smtp ${[reply ?? code, command].filter(Boolean).join(' ')}: ${message}`.slice(0, 300);
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (reply !== undefined) {
    const everybody = !aboutThisMail || command === 'MAIL FROM' || ABOUT_EVERYBODY.includes(reply);
    if (everybody || OUT_OF_STEP.includes(reply)) {
      const sender = command === 'MAIL FROM' && !ABOUT_EVERYBODY.includes(reply);
      return { kind: 'later', because, everybody, ...(sender && { sender }) };
    }
    const answer = answerOf(error as SmtpError);
    return reply >= 500 ? { kind: 'refused', because, answer } : { kind: 'later', because, everybody, answer };
  }
  if (begun) return { kind: 'unknown', because };
  if (aboutThisMail) return { kind: 'refused', because }; // larger than the server allows
  return { kind: 'later', because, everybody: true };
}

/** What the server said, its number first, in one line. */
const answerOf = ({ responseCode, response, message }: SmtpError): string => {
  const text = (response ?? message).replace(/\s+/g, ' ').trim();
  return (text.startsWith(String(responseCode)) ? text : `${responseCode} ${text}`).slice(0, 500);
};

/** The server has hung up, or does so with this answer. */
export const hasHungUp = (error: unknown): boolean => {
  const { code, responseCode: reply } = error as SmtpError;
  return reply === 421 || (reply === undefined && code !== 'EENVELOPE' && code !== 'EMESSAGE');
};
