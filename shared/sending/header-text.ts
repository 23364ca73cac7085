import { z } from 'zod';

/** A short text that may stand in a header of a mail. */
export const HeaderLine = z
  .string()
  .trim()
  .max(100)
  // oxlint-disable-next-line no-control-regex
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'one line');

/** A mail address that may stand in a header. */
export const HeaderAddress = z.email().max(254);
