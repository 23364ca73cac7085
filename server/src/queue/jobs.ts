import { z } from 'zod';

const InWorkspace = z.object({ workspaceId: z.int() });

/**
 * Every kind of background work: what a job carries and how often it may run. Jobs are doorbells: losing or doubling
 * one costs delay, never a position. At most one job per key waits; a running one does not keep the next from starting.
 */
export const JOBS = {
  /** Moves what is due in one shard. */
  advance: { data: InWorkspace.extend({ shard: z.int() }), retries: 0, seconds: 120 },
  /** Hands over letters. */
  send: { data: InWorkspace, retries: 0, seconds: 300 },
  /** Does work outside that nodes ask for. */
  effects: { data: InWorkspace, retries: 0, seconds: 300 },
  /** Does what time alone sets off. */
  timers: { data: InWorkspace, retries: 0, seconds: 120 },
  /** Takes a demo or sandbox workspace to where it travels. */
  travel: { data: InWorkspace, retries: 5, seconds: 3600 },
  /** Reads an uploaded file in. */
  import: { data: InWorkspace.extend({ importId: z.int() }), retries: 5, seconds: 6 * 3600 },
  /** Judges a segment for every customer. */
  refresh_segment: { data: InWorkspace.extend({ key: z.string() }), retries: 5, seconds: 3600 },
  /** Plans the elapsed triggers of a just published journey. */
  plan_elapsed: { data: InWorkspace.extend({ journeyId: z.int() }), retries: 5, seconds: 3600 },
  /** Does the rest of a journey's resume or stop. */
  change_journey: { data: InWorkspace.extend({ journeyId: z.int() }), retries: 5, seconds: 3600 },
  /** Judges customers of experiments whose time is over. */
  experiments: { data: z.object({}), retries: 0, seconds: 600, cron: '*/5 * * * *' },
  /** Lets in who had met a trigger before publishing. */
  take_in: { data: InWorkspace.extend({ journeyId: z.int() }), retries: 5, seconds: 3600 },
  /** Asks the DNS about the domains whose turn it is. */
  domains: { data: z.object({}), retries: 0, seconds: 1800, cron: '17 * * * *' },
  /** Looks into the workspaces' mailboxes. */
  mailboxes: { data: z.object({}), retries: 0, seconds: 600, cron: '*/2 * * * *' },
  /** Makes partitions, folds counters. */
  housekeeping: { data: z.object({}), retries: 2, seconds: 600, cron: '*/10 * * * *' },
} as const satisfies Record<string, { data: z.ZodType; retries: number; seconds: number; cron?: string }>;

export type JobName = keyof typeof JOBS;
export type JobData<N extends JobName> = z.infer<(typeof JOBS)[N]['data']>;
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
