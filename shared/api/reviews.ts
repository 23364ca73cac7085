import { z } from 'zod';

const Who = z.string().trim().min(1).max(60);
const Comment = z.object({ at: z.string(), by: z.string().nullable(), text: z.string() });
const Lines = z.object({ ja: z.array(z.string()), en: z.array(z.string()) });

export const ReviewState = z.enum(['asked', 'approved', 'changes_wanted']);
export type ReviewState = z.infer<typeof ReviewState>;

/** What mails show of the shop's settings: colours, logo and footer; name, address and contact; From and Reply-To. */
export const LetterheadPart = z.enum(['brand', 'identity', 'senders']);
export type LetterheadPart = z.infer<typeof LetterheadPart>;

/** What a colleague was asked to look at before the next publish. */
export const Review = z.object({
  state: ReviewState,
  rev: z.int().describe('the draft that was looked at'),
  outdated: z.boolean().describe('the graph, a mail of it or what they show of the shop has changed since'),
  since: z
    .object({
      changes: Lines,
      mails: z.array(z.string()).describe('names'),
      letterhead: z.array(LetterheadPart).describe('what its mails show of the shop’s settings'),
    })
    .nullable()
    .describe('what has changed since; null where nothing has, or where it is not known'),
  own: z.boolean().describe('whoever asks for this drew the draft or asked for its review: they may not answer it'),
  askedBy: z.string().nullable(),
  reviewer: z.string(),
  askedAt: z.string(),
  comments: z.array(Comment),
});
export type Review = z.infer<typeof Review>;

/** Whether nothing has changed since but what its mails show of the shop. */
export const isLetterheadOnly = ({ since }: Pick<Review, 'since'>): boolean =>
  since !== null && since.letterhead.length > 0 && since.changes.en.length === 0 && since.mails.length === 0;

/** Where the review of a journey stands. */
export const ReviewStanding = z.object({
  required: z.boolean().describe('the workspace lets nothing be published without an approval'),
  review: Review.nullable(),
});
export type ReviewStanding = z.infer<typeof ReviewStanding>;

/** Why a publish is refused for want of an approval; `details.because` of the refusal. `letterhead`: that alone is other. */
export const WhyUnapproved = z.enum(['none', 'asked', 'changes_wanted', 'outdated', 'letterhead']);
export type WhyUnapproved = z.infer<typeof WhyUnapproved>;

/** One entry of the history of approvals, which is never changed. */
export const Approval = z.object({
  did: z.enum(['asked', 'said', 'approved', 'changes_wanted', 'published']),
  at: z.string(),
  by: z.string().nullable(),
  text: z.string().nullable(),
  hash: z.string().describe('of the graph, the mails and their letterhead that it is about'),
  version: z.int().nullable().describe('the version that the entry led to; null: not published yet'),
});
export type Approval = z.infer<typeof Approval>;

/** Asks a colleague to look at the draft; a question before it is replaced. */
export const AskReview = z.strictObject({
  reviewer: Who,
  by: Who.optional(),
  text: z.string().trim().max(2000).optional(),
});
export type AskReview = z.infer<typeof AskReview>;

/** A comment, with or without an answer to the question; whoever wants changes says which. */
export const AnswerReview = z
  .strictObject({
    state: z.enum(['approved', 'changes_wanted']).optional(),
    by: Who.optional(),
    text: z.string().trim().max(2000).optional(),
  })
  .refine(({ state, text }) => state === 'approved' || Boolean(text), {
    error: 'say what is to be changed, or give a text',
    path: ['text'],
  });
export type AnswerReview = z.infer<typeof AnswerReview>;
