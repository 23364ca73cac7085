import { z } from 'zod';
import { Topic } from '../sending/rules.ts';

/** A customer's yes or no to a topic. Where nothing was said, letters may go. */
export const Subscription = z.object({
  topic: z.string(),
  subscribed: z.boolean(),
  at: z.string(),
  source: z.string().describe('journey:<id>, preference_page, import, api'),
});
export type Subscription = z.infer<typeof Subscription>;

export const SetSubscriptions = z.strictObject({
  subscriptions: z
    .array(z.strictObject({ topic: Topic, subscribed: z.boolean() }))
    .min(1)
    .max(100),
});
export type SetSubscriptions = z.infer<typeof SetSubscriptions>;
