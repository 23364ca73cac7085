import { anyItemPasses, passes } from '@tabiji/shared/conditions/evaluate.ts';
import type { Moment } from '@tabiji/shared/conditions/facts.ts';
import { MESSAGE_EVENTS } from '@tabiji/shared/conditions/message-events.ts';
import type { Trigger, TriggerOn } from '@tabiji/shared/journey/triggers.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Happened } from '../events/events.sql.ts';
import type { Purchase } from '../orders/receive-orders.ts';
import type { SegmentChange } from '../segments/move.ts';
import type { CpmChange } from './cpm-changes.ts';
import type { About } from './entry-key.ts';

/** What has happened that may start journeys at once. */
export interface Happenings {
  purchases: readonly Purchase[];
  events: readonly Happened[];
  segments: readonly SegmentChange[];
  cpm: readonly CpmChange[];
  /** Newest fact of every customer concerned. */
  touched: ReadonlyMap<number, Moment>;
}

/** A customer who meets a trigger, by which fact, and what that was about. */
export interface Cause extends About {
  customerId: number;
  moment: Moment;
}

/** Who meets a trigger by what has happened. Triggers that go off by time or by hand have no occasions. */
export function occasionsOf(trigger: Trigger, now: Happenings, here: Here): Cause[] {
  switch (trigger.on) {
    case 'first_purchase':
      return purchases(now, ({ nth }) => nth === 1, trigger, here);
    case 'nth_purchase':
      return purchases(now, ({ nth }) => nth === trigger.n, trigger, here);
    case 'order':
      return purchases(now, () => true, trigger, here);
    case 'event':
      return now.events.filter(
        ({ name, properties }) => name === trigger.event && passes(properties, trigger.where, here),
      );
    case 'message':
      return responses(trigger, now.events);
    case 'segment':
      return newest(
        now.segments.filter(({ segment, change }) => segment === trigger.segment && change === trigger.change),
        now.touched,
      );
    case 'cpm':
      return newest(
        now.cpm.filter((change) => isMet(trigger, change)),
        now.touched,
      );
    case 'elapsed':
    case 'late':
    case 'anniversary':
    case 'schedule':
    case 'manual':
      return [];
  }
}

const purchases = (
  now: Happenings,
  isIt: (purchase: Purchase) => boolean,
  { where }: Pick<TriggerOn<'order'>, 'where'>,
  here: Here,
): Cause[] => now.purchases.filter((one) => isIt(one) && anyItemPasses(one.items, where, here));

/** A message that was sent has a timer of its own; what is told of it later is an event. */
function responses({ what, template }: TriggerOn<'message'>, events: readonly Happened[]): Cause[] {
  if (what === 'sent') return [];
  return events.filter(
    ({ name, properties }) =>
      name === MESSAGE_EVENTS[what] && (template === undefined || properties['template'] === template),
  );
}

/** By their newest fact: which of several moved them cannot be told apart. */
const newest = (changes: readonly { customerId: number }[], touched: ReadonlyMap<number, Moment>): Cause[] =>
  changes.flatMap(({ customerId }) => {
    const moment = touched.get(customerId);
    return moment ? [{ customerId, moment }] : [];
  });

function isMet({ rank, active }: TriggerOn<'cpm'>, change: CpmChange): boolean {
  if (active !== undefined) return active && change.returned;
  const among = (wanted: readonly string[] | undefined, called: readonly string[]) =>
    !wanted?.length || called.some((name) => wanted.includes(name));
  return change.ranked && among(rank?.to, change.to.called) && among(rank?.from, change.from.called);
}
