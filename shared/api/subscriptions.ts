import { z } from 'zod';
import { Topic } from '../sending/rules.ts';

/** A customer's yes or no to a topic. Where nothing was said, the topic's own rule counts. */
export const Subscription = z.object({
  topic: z.string(),
  subscribed: z.boolean(),
  at: z.string(),
  source: z.string().describe('journey:<id>, preference_page, one_click, mailto, form, import, api, staff'),
});
export type Subscription = z.infer<typeof Subscription>;

export const SetSubscriptions = z.strictObject({
  subscriptions: z
    .array(z.strictObject({ topic: Topic, subscribed: z.boolean() }))
    .min(1)
    .max(100),
  source: z
    .enum(['form', 'import', 'api'])
    .optional()
    .describe('how they said so; staff, where a colleague writes it down'),
  text: z.string().min(1).max(5000).optional().describe('the words that the customer saw, kept as proof'),
});
export type SetSubscriptions = z.infer<typeof SetSubscriptions>;
