import { z } from 'zod';
import { IsoDuration, roughLength } from '../time.ts';

/**
 * draft: never published · live: takes people in and moves them · paused: frozen, nobody moves and no letter goes ·
 * stopped: nobody is inside · archived: stopped or never published, and out of sight.
 */
export const JourneyStatus = z.enum(['draft', 'live', 'paused', 'stopped', 'archived']);
export type JourneyStatus = z.infer<typeof JourneyStatus>;

/** Drawn by people, or one mail to many, made by a form. */
export const JourneyKind = z.enum(['journey', 'mailing']);
export type JourneyKind = z.infer<typeof JourneyKind>;

/**
 * How a paused journey goes on. `now`: what was due meanwhile is due now. `shift`: every waiting instant moves by the
 * length of the pause. `skipOlderThan`: like `now`, but letters that were due longer ago than this are passed over.
 */
export const ResumePolicy = z.union([
  z.enum(['now', 'shift']),
  z.strictObject({
    skipOlderThan: IsoDuration.refine((length) => roughLength(length) > 0, 'not longer than nothing'),
  }),
]);
export type ResumePolicy = z.infer<typeof ResumePolicy>;

export const Resume = z.strictObject({ policy: ResumePolicy });
export type Resume = z.infer<typeof Resume>;

/** A resume, stop or release that is under way: people or mails done so far, and about how many there are. */
export const JourneyChange = z.object({ do: z.enum(['resume', 'stop', 'release']), done: z.int(), total: z.int() });
export type JourneyChange = z.infer<typeof JourneyChange>;

export const InsideQuery = z.object({
  olderThan: IsoDuration.optional().describe('counts also what was due longer ago than this'),
});

/** Whom a pause, resume or stop touches. */
export const Inside = z.object({
  people: z.int().describe('customers inside now'),
  unsent: z.int().describe('letters asked for and not handed over'),
  overdue: z.int().describe('people whose instant came during the pause'),
  older: z.object({ people: z.int(), letters: z.int() }).describe('of these, due longer ago than `olderThan`'),
});
export type Inside = z.infer<typeof Inside>;
