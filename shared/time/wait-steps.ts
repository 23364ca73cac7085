import { addCalendar, addDuration, exactPart, localMillis, waitEnd, type Millis } from '../time.ts';
import type { InstantStep } from './instant-step.ts';

/** How a duration, and then a time of day, lead from an instant to `waitEnd` of it. */
export function waitSteps(
  from: Millis,
  wait: { for: string; at?: string | undefined },
  zone: string,
  rule: 'duration' | 'limit' = 'duration',
): InstantStep[] {
  const plain = addDuration(from, wait.for, zone);
  const steps: InstantStep[] = [{ rule, from, to: plain, duration: wait.for }, ...clockChange(from, wait.for, zone)];
  if (wait.at === undefined) return steps;
  return [...steps, { rule: 'time_of_day', from: plain, to: waitEnd(from, wait, zone), time: wait.at }];
}

/** Where clocks are put forward the time on the wall that was meant does not exist. */
function clockChange(from: Millis, iso: string, zone: string): InstantStep[] {
  const meant = addCalendar(localMillis(from, zone), iso);
  const to = addDuration(from, iso, zone);
  const isThere = exactPart(iso) !== 0 || localMillis(to, zone) === meant;
  return isThere ? [] : [{ rule: 'clock_change', from: to, to }];
}
