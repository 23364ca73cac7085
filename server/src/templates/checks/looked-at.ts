import type { MailFinding, MailValue } from '@tabiji/shared/api/mail-page.ts';
import type { AvoidedWord } from '@tabiji/shared/sending/avoided-words.ts';

/** A mail as its checks see it. */
export interface LookedAt {
  subject: string;
  /** The source without its comments; lines and characters stand where they stood. */
  source: string;
  /** Compiled, Liquid still inside, elements with their offsets (`data-src`). */
  html: string;
  /** Of a sample customer. */
  text: string;
  preheader: string;
  values: readonly MailValue[];
  /** The shop's own. */
  avoidedWords: readonly AvoidedWord[];
}

export type Check = (mail: LookedAt) => MailFinding[];

/** Something to look at. Line 0 is the subject. */
export const advise = (code: string, line: number, ja: string, en: string): MailFinding => ({
  code,
  severity: 'warning',
  line,
  text: { ja, en },
});

/** A text of some length for a sentence. */
export const short = (text: string, most = 40): string => (text.length > most ? `${text.slice(0, most)}…` : text);
