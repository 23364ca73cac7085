/** A mail as it is being written. */
export interface MailDoc {
  name: string;
  subject: string;
  /** The one document of blocks and source. */
  mjml: string;
}

export const isSame = (a: MailDoc, b: MailDoc): boolean =>
  a === b || (a.name === b.name && a.subject === b.subject && a.mjml === b.mjml);
