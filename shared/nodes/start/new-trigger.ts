import type { Trigger } from '../../journey/triggers.ts';

/** The kinds of trigger in the order in which they are offered: purchases, time, groups, feedback, the rest. */
export const TRIGGER_KINDS: readonly Trigger['on'][] = [
  'first_purchase',
  'nth_purchase',
  'order',
  'elapsed',
  'late',
  'anniversary',
  'cpm',
  'segment',
  'event',
  'message',
  'schedule',
  'manual',
];

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
    case 'late':
      return { on: 'late', times: 1.5, atLeast: 'P45D', at: '10:00' };
    case 'cpm':
      return { on: 'cpm', active: false };
    case 'anniversary':
      return { on: 'anniversary', attribute: 'birthday', offset: '-P7D', at: '10:00' };
    case 'schedule':
      return { on: 'schedule', cron: '0 10 1 * *' };
    case 'message':
      return { on: 'message', what: 'clicked' };
    case 'first_purchase':
    case 'order':
    case 'manual':
      return { on: kind };
  }
}
