import { z } from 'zod';

/** Whether anything is sent at all. */
export const SendingState = z.object({
  stopped: z.object({ at: z.string().describe('workspace time'), by: z.string() }).nullable(),
  waiting: z.int().describe('mails that are asked for and have not gone'),
});
export type SendingState = z.infer<typeof SendingState>;
