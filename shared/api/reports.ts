import { z } from 'zod';
import { PageQuery } from './basics.ts';

const Count = z.int();
export const LocalDate = z.iso.date();

/** By what days are gathered; a week begins on Monday. */
export const GROUPS = ['day', 'week', 'month'] as const;
export type Group = (typeof GROUPS)[number];

const LONGEST_DAYS = 800;
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

/** Which mails a report is of: those that were asked for on these dates, on the workspace's calendar. */
const Asked = z.strictObject({
  from: LocalDate.describe('first date'),
  to: LocalDate.describe('last date'),
  journey: z.coerce.number().int().min(1).optional(),
  version: z.coerce.number().int().min(1).optional(),
  node: z.string().max(200).optional(),
});

const ordered = <T extends { from: string; to: string }>(schema: z.ZodType<T>) =>
  schema
    .refine(({ from, to }) => from <= to, { message: 'the period ends before it begins', path: ['to'] })
    .refine(({ from, to }) => from > to || daysBetween(from, to) <= LONGEST_DAYS, {
      message: `at most ${LONGEST_DAYS} days`,
      path: ['to'],
    });

export const ReportQuery = ordered(Asked.extend({ group: z.enum(GROUPS).default('day') }));
export type ReportQuery = z.infer<typeof ReportQuery>;

/** Of the file for spreadsheets; without a group every mail has one row. */
export const ReportFileQuery = ordered(
  Asked.extend({ group: z.enum(GROUPS).optional(), locale: z.string().optional() }),
);
export type ReportFileQuery = z.infer<typeof ReportFileQuery>;

/**
 * What became of mails. Every mail that was asked for is in exactly one of `sent`, `withheld`, `failed`, `unknown` and
 * `waiting`; every one that was sent is in exactly one of `reached`, `bounced…` and `untold`.
 */
export const MailFigures = z.object({
  asked: Count.describe('mails that journeys asked for'),
  sent: Count.describe('handed over to the provider'),
  withheld: Count.describe('refused by a rule, or taken back before they went; `refusals` says why'),
  failed: Count.describe('could not be handed over'),
  unknown: Count.describe('perhaps handed over: nobody can tell'),
  waiting: Count.describe('not handed over yet'),
  reached: Count.describe('the provider or the reader told that it arrived'),
  bouncedHard: Count.describe('came back: there is no such address'),
  bouncedSoft: Count.describe('came back: the mailbox could not take it'),
  bouncedSender: Count.describe('came back: the sender was not believed'),
  untold: Count.describe('sent, and nobody has told whether it arrived'),
  opened: Count.describe('opened, as far as pictures tell'),
  machineOpened: Count.describe('opened by programs only'),
  clicked: Count.describe('somebody followed a link'),
  machineClicked: Count.describe('links followed by programs only'),
  complained: Count.describe('reported as spam'),
  goals: Count.describe('the passage met its goal after this mail'),
  unsubscribed: Count.describe('the reader refused mails, and this was the last one before'),
  orders: Count.describe('orders within the window, each for the last mail before it'),
  revenue: Count.describe('what those orders came to, in the smallest unit of the currency'),
});
export type MailFigures = z.infer<typeof MailFigures>;

/** Mails that were not handed over, by why. */
export const RefusalCount = z.object({
  state: z.enum(['skipped', 'cancelled', 'failed', 'unknown']),
  because: z.string().describe('the code in front of the reason'),
  mails: Count,
});
export type RefusalCount = z.infer<typeof RefusalCount>;

const Bucket = z.object({ from: LocalDate.describe('first date of the day, week or month'), mails: MailFigures });

const Period = z.object({
  from: LocalDate,
  to: LocalDate,
  at: z.string().describe('workspace time at which it was read'),
  refusals: z.array(RefusalCount),
});

/** The mails of a period, each mail of each journey with what became of it. */
export const MailReport = Period.extend({
  total: MailFigures,
  mails: z.array(
    MailFigures.extend({
      journeyId: z.int(),
      journey: z.string(),
      node: z.string(),
      nodeName: z.string().nullable(),
      template: z.string(),
      templateName: z.string(),
    }),
  ),
  buckets: z.array(Bucket),
});
export type MailReport = z.infer<typeof MailReport>;
export type MailRow = MailReport['mails'][number];

/** People at journeys, by the day on which it happened. */
export const PassageFigures = z.object({
  entered: Count.describe('passages that began, those kept out for comparison too'),
  heldOut: Count.describe('of them, kept out for comparison'),
  ended: Count.describe('passages that ended otherwise'),
  goals: Count.describe('of them, because the goal was met'),
});
export type PassageFigures = z.infer<typeof PassageFigures>;

/** The journeys of a period: who entered, and what became of their mails. */
export const JourneyReport = Period.extend({
  passages: PassageFigures,
  mails: MailFigures,
  journeys: z.array(
    PassageFigures.extend({ journeyId: z.int(), journey: z.string(), status: z.string(), mails: MailFigures }),
  ),
  buckets: z.array(Bucket.extend({ passages: PassageFigures })),
});
export type JourneyReport = z.infer<typeof JourneyReport>;
export type JourneyReportRow = JourneyReport['journeys'][number];

/** From when on, and for how many days, an order counts for a mail. */
export const ReportSettings = z.object({ touch: z.enum(['sent', 'clicked']), days: z.int().min(1).max(90) });
export type ReportSettings = z.infer<typeof ReportSettings>;

/** Which of a mail's people are asked for. */
export const TOLD = ['reached', 'bounced', 'untold', 'opened', 'clicked', 'complained'] as const;
export const ReportPeopleQuery = ordered(
  Asked.extend({
    ...PageQuery.shape,
    after: z.coerce.number().int().optional().describe('`next` of the page before'),
    state: z.enum(['sent', 'skipped', 'cancelled', 'failed', 'unknown']).optional(),
    because: z.string().max(100).optional().describe('the code in front of the reason'),
    told: z.enum(TOLD).optional().describe('of mails that were sent: what was told of them'),
  }),
);
export type ReportPeopleQuery = z.infer<typeof ReportPeopleQuery>;

export const ReportPeople = z.object({
  people: z.array(
    z.object({
      messageId: z.int(),
      customerId: z.int(),
      customer: z.string().nullable().describe('name, or external id; null: the customer was deleted'),
      journeyId: z.int(),
      journey: z.string(),
      template: z.string(),
      at: z.string().describe('when it became what it is'),
      state: z.string(),
      because: z.string().nullable(),
      detail: z.string().nullable().describe('of a bounce: what the mail server said'),
    }),
  ),
  next: z.string().nullable(),
});
export type ReportPeople = z.infer<typeof ReportPeople>;

/** Two values between which a difference lies, however often one has looked. */
const Difference = z.object({ difference: z.number(), low: z.number(), high: z.number() });
export type Difference = z.infer<typeof Difference>;

/** An experiment as it stands: its ways, what became of their mails, and how sure the difference is. */
export const ExperimentReport = z.object({
  journeyId: z.int(),
  journey: z.string(),
  node: z.string(),
  nodeName: z.string().nullable(),
  ways: z.array(
    z.object({
      port: z.string(),
      label: z.object({ ja: z.string(), en: z.string() }),
      chosen: Count.describe('customers who left by it'),
      judged: Count.describe('of them, those whose time is over'),
      met: Count.describe('of those, who met the goal in time'),
      sent: Count.describe('mails handed over to them afterwards, in the same passage'),
      clicked: Count.describe('of those, clicked by a person'),
      behind: Difference.nullable().describe(
        'how far the best way lies above this one; null: this is the best one, or nobody is judged',
      ),
    }),
  ),
  verdict: z.enum(['decided', 'too_few', 'too_close']),
  best: z.string().nullable().describe('the port that is ahead, decided or not'),
  needed: Count.nullable().describe(
    'about how many more judged customers every way needs until it can be told, if the difference stays; null: cannot be said',
  ),
  minimum: Count,
  alpha: z.number(),
  within: z.string(),
  decidedAt: z.string().nullable(),
});
export type ExperimentReport = z.infer<typeof ExperimentReport>;

const ComparedGroup = z.object({
  people: Count.describe('customers whose time is over'),
  buyers: Count.describe('of them, with an order within that time'),
  revenue: Count.describe('what those orders came to'),
});
export type ComparedGroup = z.infer<typeof ComparedGroup>;

/** What is different with customers who got mails, against those who were kept out by chance. */
export const HoldoutReport = z.object({
  scope: z.enum(['everywhere', 'journey', 'node']),
  journeyId: z.int().nullable(),
  journey: z.string().nullable(),
  node: z.string().nullable(),
  nodeName: z.string().nullable(),
  days: Count.describe('how long after entering orders count; only customers with that long behind them are compared'),
  treated: ComparedGroup,
  kept: ComparedGroup,
  isEnough: z.boolean().describe('false: too few people or buyers in one of the groups to say anything'),
  conversion: Difference.describe('difference of the shares of buyers'),
  perPerson: Difference.describe('difference of the revenue per person'),
});
export type HoldoutReport = z.infer<typeof HoldoutReport>;

export const ComparisonReport = z.object({
  at: z.string(),
  experiments: z.array(ExperimentReport),
  holdouts: z.array(HoldoutReport),
});
export type ComparisonReport = z.infer<typeof ComparisonReport>;
