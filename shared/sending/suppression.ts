import { z } from 'zod';

/** Why an address is not written to, the strictest first: of two reasons for one address that one stays. */
export const SuppressionReason = z.enum(['erased', 'hard_bounce', 'staff', 'complaint', 'import']);
export type SuppressionReason = z.infer<typeof SuppressionReason>;

/** A complaint and a refusal from before end promotions; the other reasons end everything. */
export const stopsEverything = (reason: SuppressionReason): boolean => reason !== 'complaint' && reason !== 'import';
