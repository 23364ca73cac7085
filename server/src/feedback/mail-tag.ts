import type { MailRef } from './mails.sql.ts';

/**
 * How a mail is called where a service tells of it later: letters, digits and dashes only. It proves nothing by itself;
 * whoever brings it must be known.
 */
export const mailTag = ({ customerId, messageId }: MailRef): string => `${customerId}-${messageId}`;

/** Which mail a tag names; undefined for what is none. */
export function readMailTag(text: string): MailRef | undefined {
  const parts = /^(\d{1,15})-(\d{1,15})$/.exec(text);
  return parts ? { customerId: Number(parts[1]), messageId: Number(parts[2]) } : undefined;
}
