import { z } from 'zod';
import { HoldFirst } from './hold-first.ts';
import { JourneyChange, JourneyStatus } from './journey-life.ts';

export const USUAL_FIRST = 50;

/** A time during which mails of a journey waited for somebody's release. */
const Hold = z.object({
  version: z.int().describe('the published version when it began'),
  first: HoldFirst,
  at: z.string(),
  by: z.string().nullable().describe('who wanted it; null: nobody gave a name'),
});
const EndedHold = Hold.extend({
  endedAt: z.string(),
  endedBy: z.string().nullable(),
  outcome: z.enum(['released', 'stopped']),
  mails: z.int().describe('that waited then'),
  note: z.string().nullable(),
});

/** How a journey's mails stand that wait for a release. */
export const ReleaseStanding = z.object({
  journey: z.object({ id: z.int(), name: z.string(), status: JourneyStatus }),
  hold: Hold.nullable().describe('null: mails go by themselves'),
  waiting: z
    .int()
    .describe('mails that wait for the release; while the journey is paused also those that wait for that'),
  releasing: JourneyChange.nullable().describe('a release that is under way'),
  earlier: z.array(EndedHold).describe('the newest first, at most ten'),
});
export type ReleaseStanding = z.infer<typeof ReleaseStanding>;

/** What became of a release that was asked for. */
export const ReleaseOutcome = z
  .enum(['released', 'after_resume', 'when_resumed', 'nothing_held'])
  .describe(
    'released: from now on mails go by themselves, and those that waited go one page after the other · after_resume: the same, as soon as the resume that is under way is done · when_resumed: the journey is paused, its mails go when it is resumed · nothing_held: no mails wait for a release, so nothing was changed (`earlier` says who released before)',
  );
export type ReleaseOutcome = z.infer<typeof ReleaseOutcome>;

/** How a journey's mails stand after somebody has asked for their release. */
export const ReleaseDone = ReleaseStanding.extend({ outcome: ReleaseOutcome });
export type ReleaseDone = z.infer<typeof ReleaseDone>;

/** What would become of a mail if it were released now; the cap, which hangs on what else goes, is not foreseen. */
const MailFate = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('goes') }),
  z.object({ kind: z.literal('later'), because: z.string(), until: z.string().nullable() }),
  z.object({ kind: z.literal('refused'), because: z.string() }),
]);
export type MailFate = z.infer<typeof MailFate>;

export const WaitingMail = z.object({
  id: z.int(),
  customer: z.object({ id: z.int(), externalId: z.string(), name: z.string() }),
  to: z.string().nullable(),
  node: z.string(),
  template: z.object({ key: z.string(), name: z.string() }),
  dueAt: z.string().describe('when the journey asked for it'),
  fate: MailFate,
});
export type WaitingMail = z.infer<typeof WaitingMail>;

export const WaitingQuery = z.object({
  after: z.coerce.number().int().optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const WaitingPage = z.object({ mails: z.array(WaitingMail), next: z.int().nullable() });
export type WaitingPage = z.infer<typeof WaitingPage>;

/** A waiting mail as its reader would get it now. */
export const ShownMail = WaitingMail.extend({
  subject: z.string(),
  from: z.string(),
  html: z.string(),
  text: z.string(),
  problem: z.string().nullable().describe('why it could not be written; then it has no content'),
});
export type ShownMail = z.infer<typeof ShownMail>;

const Counted = z.array(z.object({ because: z.string(), count: z.int() }));

/** What a release would do now. */
export const ReleaseOutlook = z.object({
  waiting: z.int(),
  goes: z.int(),
  later: Counted,
  refused: Counted,
  complete: z.boolean().describe('false: only the oldest were looked at'),
});
export type ReleaseOutlook = z.infer<typeof ReleaseOutlook>;

export const BeginHold = z.strictObject({ first: HoldFirst });

export const Release = z.strictObject({ note: z.string().trim().max(1000).optional() });

export const Withdraw = z.strictObject({
  mails: z.array(z.int()).min(1).max(1000).describe('ids of waiting mails'),
  because: z.string().trim().min(1).max(200).describe('kept with each mail'),
});
export type Withdraw = z.infer<typeof Withdraw>;
export const Withdrawn = z.object({ withdrawn: z.int().describe('the others do not wait any more') });
export type Withdrawn = z.infer<typeof Withdrawn>;
