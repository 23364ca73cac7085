import { MESSAGE_EVENTS } from '../conditions/message-events.ts';
import type { Trigger } from './triggers.ts';

/** Which facts may set a trigger off, or move the timer by which it goes off. What is not named here never does. */
export interface TriggerInterest {
  /** Orders: new, changed, cancelled. */
  orders: boolean;
  shipments: boolean;
  /** Events of these names. */
  events: readonly string[];
  /** These attributes. */
  attributes: readonly string[];
  /** Keys of segments whose members change. */
  segments: readonly string[];
  /** Messages handed over. */
  sent: boolean;
}

const NOTHING: TriggerInterest = {
  orders: false,
  shipments: false,
  events: [],
  attributes: [],
  segments: [],
  sent: false,
};

/** THE place that says which facts a trigger cares about. */
export function interestOf(trigger: Trigger): TriggerInterest {
  switch (trigger.on) {
    case 'first_purchase':
    case 'nth_purchase':
    case 'order':
    case 'late':
    case 'cpm':
      return { ...NOTHING, orders: true };
    case 'event':
      return { ...NOTHING, events: [trigger.event] };
    case 'segment':
      return { ...NOTHING, segments: [trigger.segment] };
    case 'elapsed': {
      const [kind, name = ''] = splitAnchor(trigger.since);
      if (kind === 'event') return { ...NOTHING, events: [name] };
      if (kind === 'attribute') return { ...NOTHING, attributes: [name] };
      const isShipped = kind === 'shipped' || kind === 'delivered' || kind === 'run_out';
      return { ...NOTHING, orders: true, shipments: isShipped };
    }
    case 'anniversary':
      return { ...NOTHING, attributes: [trigger.attribute] };
    case 'message':
      return trigger.what === 'sent'
        ? { ...NOTHING, sent: true }
        : { ...NOTHING, events: [MESSAGE_EVENTS[trigger.what]] };
    case 'schedule':
    case 'manual':
      return NOTHING;
  }
}

/** `attribute:trial:ends` → `['attribute', 'trial:ends']`. */
export function splitAnchor(anchor: string): [kind: string, name?: string] {
  const at = anchor.indexOf(':');
  return at < 0 ? [anchor] : [anchor.slice(0, at), anchor.slice(at + 1)];
}
