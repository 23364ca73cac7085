import type { MailFinding, MailValue } from '@tabiji/shared/api/mail-page.ts';
import type { CheckedTemplate, CheckOptions, TemplateSource } from '../check-template.ts';

/** What the thread that compiles templates is asked. */
export interface Ask extends CheckOptions {
  source: TemplateSource;
  /** Also everything an author should look at; with the values there are and how many lack them. */
  look?: readonly MailValue[];
}

export interface Answer {
  checked: CheckedTemplate;
  findings: MailFinding[];
}
