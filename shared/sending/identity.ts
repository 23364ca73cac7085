import { z } from 'zod';

const line = z.string().trim().max(300);

/** Who writes, as the law wants it shown in every promotional mail (特定電子メール法 4条, 規則 9条). */
export const Identity = z.strictObject({
  company: line.optional().describe('registered or trade name'),
  postalAddress: line.optional(),
  contact: line.optional().describe('where questions and complaints go: a page, a telephone number or a mail address'),
});
export type Identity = z.infer<typeof Identity>;

/** Which parts are not there yet. */
export const missingIdentity = (identity: Identity): (keyof Identity)[] =>
  (['company', 'postalAddress', 'contact'] as const).filter((part) => !identity[part]);
