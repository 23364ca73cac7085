/** What a mail says in one language. */
export interface Words {
  subject: string;
  /** The one document of blocks and source. */
  mjml: string;
}

/** A mail as it is being written: the words of the language that is shown, and those of the others. */
export interface MailDoc extends Words {
  name: string;
  /** Of `subject` and `mjml`. */
  language: string;
  /** Who reads none of the mail's languages gets this one. */
  main: string;
  /** What it says in the languages that are not shown. */
  others: Readonly<Record<string, Words>>;
}
