import { z } from 'zod';

/** How many of a journey's mails are to be looked at before any goes. */
export const HoldFirst = z.int().min(1).max(1000);
