import { z } from 'zod';
import { LOCALES } from '../locale.ts';
import { Topic } from '../sending/rules.ts';

/** Somebody has filled in a form of the shop: they are asked by mail whether it was they. */
export const RequestSubscription = z.strictObject({
  email: z.string().trim().max(320),
  topic: Topic,
  customer: z.string().min(1).max(200).optional().describe('the shop’s id, where it has one for them'),
  locale: z.enum(LOCALES).optional(),
  text: z.string().min(1).max(5000).optional().describe('the words beside the box that was ticked, kept as proof'),
});
export type RequestSubscription = z.infer<typeof RequestSubscription>;

/** The same whether a mail went, one had gone before, or none may go: it tells nobody who is known here. */
export const RequestAccepted = z.object({ accepted: z.literal(true) });
