import type { Trigger } from './triggers.ts';

/**
 * A short code of what a trigger waits for, without personal data: `first_purchase`, `segment:loyal:entered`,
 * `elapsed:delivered`. It is kept with every enrollment and every refusal, and says why somebody entered.
 */
export function triggerCode(trigger: Trigger): string {
  switch (trigger.on) {
    case 'nth_purchase':
      return `nth_purchase:${trigger.n}`;
    case 'event':
      return `event:${trigger.event}`;
    case 'segment':
      return `segment:${trigger.segment}:${trigger.change}`;
    case 'elapsed':
      return `elapsed:${trigger.since}`;
    case 'cpm':
      return trigger.active === undefined ? 'cpm:rank' : trigger.active ? 'cpm:returned' : 'cpm:lapsed';
    case 'anniversary':
      return `anniversary:${trigger.attribute}`;
    case 'message':
      return trigger.template === undefined ? `message:${trigger.what}` : `message:${trigger.what}:${trigger.template}`;
    case 'first_purchase':
    case 'order':
    case 'late':
    case 'schedule':
    case 'manual':
      return trigger.on;
  }
}
