import { z } from 'zod';
import type { Json } from '../json.ts';
import { HeaderAddress, HeaderLine } from './header-text.ts';

/** Somebody of the shop's staff in whose name mails go. */
export const StaffMember = z.strictObject({
  key: HeaderLine.min(1).describe('what the customer’s attribute says when this is their staff member'),
  name: HeaderLine.min(1).describe('what readers see in From'),
  address: HeaderAddress.describe('From; of one of the workspace’s sending domains'),
  replyTo: HeaderAddress.nullable().default(null).describe('null: the address'),
});
export type StaffMember = z.infer<typeof StaffMember>;

/** Which of the staff writes to a customer: the one that an attribute of theirs names. */
export const StaffChoice = z.strictObject({
  attribute: HeaderLine.min(1).describe('of the customer'),
  people: z
    .array(StaffMember)
    .max(500)
    .refine((people) => new Set(people.map(({ key }) => staffKey(key))).size === people.length, {
      message: 'everybody has a key of their own',
    }),
});
export type StaffChoice = z.infer<typeof StaffChoice>;

/** The same person however their key is typed: full width or half, capitals or not, spaces around it. */
export const staffKey = (value: Json | undefined): string | undefined => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).normalize('NFKC').trim().toLowerCase() || undefined;
};
