import { JourneyGraph } from '@tabiji/shared/journey/graph.ts';

/** Visits of every customer: eight of the ten nodes, whichever way they go. */
export const VISITS = 8;
/** Everybody gets A or B, three in four get C. */
export const MAILS = 1.75;

const bought = { event: 'purchase', op: 'gte', value: 1, since: 'entered' };

/** Ten nodes: three mails, two waits, a branch on an attribute, one on what happened since entering. */
export const journey = JourneyGraph.parse({
  schema: 1,
  name: 'Ten nodes',
  start: 'start',
  settings: {},
  nodes: {
    start: { type: 'start', config: { triggers: [{ on: 'manual' }] }, next: { next: 'day' } },
    day: { type: 'wait', config: { for: 'P1D' }, next: { next: 'plan' } },
    plan: {
      type: 'branch',
      config: { branches: [{ port: 'yes', when: { attribute: 'plan', op: 'eq', value: 'pro' } }], else: 'no' },
      next: { yes: 'a', no: 'b' },
    },
    a: { type: 'email', config: { template: 'a' }, next: { next: 'days' } },
    b: { type: 'email', config: { template: 'b' }, next: { next: 'days' } },
    days: { type: 'wait', config: { for: 'P2D' }, next: { next: 'bought' } },
    bought: {
      type: 'branch',
      config: { branches: [{ port: 'yes', when: bought }], else: 'no' },
      next: { yes: 'loyal', no: 'c' },
    },
    loyal: {
      type: 'branch',
      config: { branches: [{ port: 'yes', when: { attribute: 'country', op: 'exists' } }], else: 'no' },
      next: { yes: 'end', no: 'end' },
    },
    c: { type: 'email', config: { template: 'c' }, next: { next: 'end' } },
    end: { type: 'exit', config: { reason: 'completed' } },
  },
});
