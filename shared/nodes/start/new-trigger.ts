import { RUNNABLE_TRIGGERS, type Trigger } from '../../journey/triggers.ts';

/** The kinds of trigger that can be chosen, usual ones first. */
export const TRIGGER_KINDS: readonly Trigger['on'][] = (
  ['first_purchase', 'nth_purchase', 'elapsed', 'segment', 'event', 'manual'] as const
).filter((kind) => RUNNABLE_TRIGGERS.has(kind));

/** A trigger of a kind before anything is filled in. */
export function newTrigger(kind: Trigger['on']): Trigger {
  switch (kind) {
    case 'nth_purchase':
      return { on: 'nth_purchase', n: 2 };
    case 'event':
      return { on: 'event', event: '' };
    case 'segment':
      return { on: 'segment', segment: '', change: 'entered' };
    case 'elapsed':
      return { on: 'elapsed', after: 'P30D', since: 'last_order', at: '10:00' };
    case 'anniversary':
      return { on: 'anniversary', attribute: '', at: '10:00' };
    case 'schedule':
      return { on: 'schedule', cron: '0 10 * * *' };
    case 'message':
      return { on: 'message', what: 'clicked' };
    case 'first_purchase':
    case 'manual':
      return { on: kind };
  }
}
