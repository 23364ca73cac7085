import { z } from 'zod';
import type { Locale } from '../locale.ts';
import { HeaderAddress, HeaderLine } from './header-text.ts';
import { Identity } from './identity.ts';
import { StaffChoice } from './staff.ts';

/** What journeys and mails mention a sender by; it never changes. */
export const SenderKey = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, 'a sender’s key has lower-case letters, digits, - and _');

/**
 * What becomes of a mail that a mail server may have accepted and has not answered for. Nobody can know: one way it may
 * be missed, the other way it may come twice. Services that know a mail again by its key need no choice.
 */
export const Policy = z.enum(['never_twice', 'never_missed']);
export type Policy = z.infer<typeof Policy>;

/** What readers see in From, by their language; where one is empty, the other one is shown. */
export const FromName = z
  .strictObject({ ja: HeaderLine, en: HeaderLine })
  .refine(({ ja, en }) => ja !== '' || en !== '', { message: 'a name in one language at least' });
export type FromName = z.infer<typeof FromName>;

/** In whose name mails go. */
export const SenderSettings = z.strictObject({
  name: HeaderLine.min(1).describe('what colleagues call it'),
  fromName: FromName,
  address: HeaderAddress.describe('From'),
  replyTo: HeaderAddress.nullable().default(null).describe('null: the address'),
  provider: z.enum(['smtp', 'resend']).nullable().default(null).describe('null: the workspace’s'),
  policy: Policy.default('never_twice'),
  identity: Identity.default({}).describe('what differs from the workspace’s'),
  staff: StaffChoice.nullable().default(null).describe('writes in the name of the customer’s own staff member'),
});
export type SenderSettings = z.infer<typeof SenderSettings>;

/** A name in the reader's language, or in the only one it has. */
export const nameIn = ({ ja, en }: FromName, locale: Locale): string => (locale === 'ja' ? ja || en : en || ja);

/** The part behind the @, which DNS and DKIM know. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
