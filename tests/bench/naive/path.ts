/** The same journey, one job per node. Waits end at once: a deferred job would make every fetch slower still. */
export const NODES = ['trigger', 'wait', 'branch', 'send', 'wait', 'event', 'send or set', 'exit'] as const;

export const QUEUE = 'step';

/** What a job carries. */
export interface Step {
  customer: number;
  /** Place in `NODES`. */
  node: number;
  /** Steps so far; a job that comes twice does not fit the row any more. */
  seq: number;
}
