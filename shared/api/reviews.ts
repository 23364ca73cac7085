import { z } from 'zod';

const Who = z.string().trim().min(1).max(60);
const Comment = z.object({ at: z.string(), by: z.string().nullable(), text: z.string() });

export const ReviewState = z.enum(['asked', 'approved', 'changes_wanted']);
export type ReviewState = z.infer<typeof ReviewState>;

/** What a colleague was asked to look at before the next publish. */
export const Review = z.object({
  state: ReviewState,
  rev: z.int().describe('the draft that was looked at'),
  outdated: z.boolean().describe('the draft has changed since'),
  askedBy: z.string().nullable(),
  reviewer: z.string(),
  askedAt: z.string(),
  comments: z.array(Comment),
});
export type Review = z.infer<typeof Review>;

/** Where the review of a journey stands. */
export const ReviewStanding = z.object({
  required: z.boolean().describe('the workspace lets nothing be published without an approval'),
  review: Review.nullable(),
});
export type ReviewStanding = z.infer<typeof ReviewStanding>;

/** Asks a colleague to look at the draft; a question before it is replaced. */
export const AskReview = z.strictObject({
  reviewer: Who,
  by: Who.optional(),
  text: z.string().trim().max(2000).optional(),
});
export type AskReview = z.infer<typeof AskReview>;

/** A comment, with or without an answer to the question. */
export const AnswerReview = z
  .strictObject({
    state: z.enum(['approved', 'changes_wanted']).optional(),
    by: Who.optional(),
    text: z.string().trim().max(2000).optional(),
  })
  .refine(({ state, text }) => state !== undefined || Boolean(text), { error: 'give an answer or a text' });
export type AnswerReview = z.infer<typeof AnswerReview>;
