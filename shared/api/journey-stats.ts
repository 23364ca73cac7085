import { z } from 'zod';

const LocalDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a date as 2026-04-01');

/** Periods that move on with the calendar of the workspace; today is their last day. */
export const PERIODS = ['today', '7d', '30d', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** Which figures are meant. Those who rest somewhere are always those of now. */
export const StatsQuery = z
  .strictObject({
    period: z.enum(PERIODS).optional().describe('absent, and no dates: all time'),
    from: LocalDate.optional().describe('first date, instead of a period'),
    to: LocalDate.optional().describe('last date; absent: today'),
    version: z.coerce.number().int().min(1).optional().describe('only people on this version; absent: all'),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { message: 'the period ends before it begins', path: ['to'] })
  .refine(({ from, to }) => from !== undefined || to === undefined, { message: 'say from when', path: ['from'] });
export type StatsQuery = z.infer<typeof StatsQuery>;

/** Figures of one node: who rests there now, and what happened there in the period. */
export const NodeFigures = z.object({
  waiting: z.int().describe('customers who rest there now'),
  parked: z.int().describe('of them, those whom an error has stopped'),
  entered: z.int(),
  left: z.record(z.string(), z.int()).describe('customers who went on, by port'),
  exits: z.int().describe('passages that ended there'),
  sent: z.int().describe('mails handed over'),
  unsent: z.int().describe('mails that could not be handed over, or perhaps were'),
  clicked: z.int().describe('mails that were clicked in, each once'),
  goals: z.int().describe('passages that met the goal after they had got this mail'),
});
export type NodeFigures = z.infer<typeof NodeFigures>;

/** Nothing has happened there. */
export const NO_FIGURES: NodeFigures = {
  waiting: 0,
  parked: 0,
  entered: 0,
  left: {},
  exits: 0,
  sent: 0,
  unsent: 0,
  clicked: 0,
  goals: 0,
};

/** Figures of a running journey. */
export const JourneyStats = z.object({
  at: z.string().describe('workspace time'),
  nodes: z.record(z.string(), NodeFigures),
  exits: z.record(z.string(), z.int()).describe('passages that ended, by reason'),
  active: z.int(),
  parked: z.int(),
});
export type JourneyStats = z.infer<typeof JourneyStats>;

/** What has changed since the message before: whole nodes, and the sums where they are others. */
export const StatsDelta = JourneyStats.partial().required({ at: true });
export type StatsDelta = z.infer<typeof StatsDelta>;
