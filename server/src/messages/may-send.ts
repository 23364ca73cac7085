/** What is true about a mail's addressee at the moment of the check. */
export interface Check {
  /** The enrollment still rests at the visit that asked for this mail. */
  waiting: boolean;
  journeyLive: boolean;
  merged: boolean;
  email: string | null;
}

/** Why a mail may never go; kept as the message's `because`. */
export type Refusal = 'left_journey' | 'journey_stopped' | 'merged' | 'no_address' | 'bad_address';

export type Verdict = { send: true } | { refused: Refusal };

/** Whether a mail may be handed over now. Asked in the claiming transaction and again before the bytes leave. */
export function maySend(check: Check, needs: { address: boolean }): Verdict {
  if (!check.waiting) return { refused: 'left_journey' };
  if (!check.journeyLive) return { refused: 'journey_stopped' };
  if (check.merged) return { refused: 'merged' };
  if (!needs.address) return { send: true };
  if (check.email === null || check.email.trim() === '') return { refused: 'no_address' };
  return isAddress(check.email.trim()) ? { send: true } : { refused: 'bad_address' };
}

const LOCAL = /^[!#$%&'*+\-/=?^_`{|}~.\w]{1,64}$/;
const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;

/**
 * One plain address. No names, comments, quotes, spaces or line breaks: none of them can smuggle in a second recipient
 * or a header. Dots in a row and before the @ pass, since old addresses of Japanese mobile carriers have them.
 */
export function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at > 0 && LOCAL.test(text.slice(0, at)) && DOMAIN.test(text.slice(at + 1));
}
