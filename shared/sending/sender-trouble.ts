/** Why a service does not take the mails of a sender, as far as its answer says. */
export const SENDER_TROUBLES = ['domain', 'address', 'other'] as const;
export type SenderTrouble = (typeof SENDER_TROUBLES)[number];

/**
 * What is to be mended, by the name of Resend's error: a domain that it has not seen proved (`validation_error`), or a
 * From that is no address.
 * @param because as the sender keeps it: `resend 403 validation_error: The … domain is not verified.`
 */
export function readSenderTrouble(because: string): { cause: SenderTrouble; detail: string } {
  const [, name = '', words = because] = /^resend \d* ?(\w+): (.*)$/su.exec(because) ?? [];
  const cause = name === 'invalid_from_address' ? 'address' : name === 'validation_error' ? 'domain' : 'other';
  return { cause, detail: words };
}
