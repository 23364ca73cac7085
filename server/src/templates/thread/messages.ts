import type { MailFinding, MailValue } from '@tabiji/shared/api/mail-page.ts';
import type { AvoidedWord } from '@tabiji/shared/sending/avoided-words.ts';
import type { CheckedTemplate, CheckOptions, TemplateSource } from '../check-template.ts';

/** What checks must know besides the mail. */
export interface Shop {
  /** The values there are, and how many lack them. */
  values: readonly MailValue[];
  /** Words that the shop avoids. */
  avoidedWords: readonly AvoidedWord[];
}

/** What the thread that compiles templates is asked. */
export interface Ask extends CheckOptions {
  source: TemplateSource;
  /** Also everything an author should look at, by what is known of the shop. */
  look?: Shop;
}

export interface Answer {
  checked: CheckedTemplate;
  findings: MailFinding[];
}
