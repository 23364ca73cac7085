import type { Facts } from '../../conditions/facts.ts';
import { DAY_LENGTH } from '../../time/day.ts';
import type { InstantStep } from '../../time/instant-step.ts';
import { instantOfLocal } from '../../time/spans.ts';
import { addCalendar, addDuration, exactPart } from '../../time.ts';
import type { Intent } from '../outcome.ts';
import { dateOf } from './date-of.ts';
import { chosenDate } from './instant.ts';
import type { WaitUntilDate } from './node.ts';

/** Why somebody who came here at `intent.from` goes on when they do: the date, how far from it, the time of day. */
export function explainDate(config: WaitUntilDate, intent: Intent, zone: string, facts: Facts): InstantStep[] {
  const { date, offset, at, estimate, waitForDate } = config;
  const { from } = intent;
  const chosen = chosenDate(config, intent, zone, facts);
  if (!chosen) {
    if (!waitForDate) return [];
    return [{ rule: 'limit', from, to: addDuration(from, waitForDate, zone), duration: waitForDate, date }];
  }
  const local = chosen.day * DAY_LENGTH + chosen.time;
  const that = instantOfLocal(local, zone);
  const isEstimate = estimate !== undefined && !dateOf({ ...config, estimate: undefined }, intent.of, zone, facts);
  const yearly = chosen.comesAgain && { yearly: true };
  const steps: InstantStep[] = isEstimate
    ? [{ rule: 'estimate', from, to: that, date, duration: estimate }]
    : [{ rule: 'date', from, to: that, date, ...yearly }];
  let here = that;
  if (offset !== undefined) {
    const to = instantOfLocal(addCalendar(local, offset), zone) + exactPart(offset);
    steps.push({ rule: 'offset', from: here, to, duration: offset });
    here = to;
  }
  if (at !== undefined) steps.push({ rule: 'time_of_day', from: here, to: chosen.at, time: at });
  return steps;
}
