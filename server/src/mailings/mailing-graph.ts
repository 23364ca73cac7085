import type { MailingPlan } from '@tabiji/shared/api/mailings.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { DAY_LENGTH } from '@tabiji/shared/time/day.ts';
import { instantOf } from '@tabiji/shared/time/once.ts';
import { localMillis, type Millis } from '@tabiji/shared/time.ts';

/** Nobody's calendar is further ahead. */
const FIRST_ZONE = 'Pacific/Kiritimati';
const MINUTE = 60_000;

/**
 * When a mailing begins to take people in: at its time, or a minute before the first customer's clock may show it, as
 * who comes at the very minute would wait for the next day.
 */
export function beginsAt({ at, zone }: Pick<MailingPlan, 'at' | 'zone'>, workspace: string, now: Millis): Millis {
  if (zone === 'workspace') return instantOf(at, workspace);
  const soon = Math.ceil((now + 1) / MINUTE) * MINUTE;
  return Math.max(instantOf(at, FIRST_ZONE) - MINUTE, soon);
}

/** A mailing as a journey of one mail: it begins once, for everybody who is meant at that moment. */
export function mailingGraph(
  name: string,
  plan: MailingPlan,
  { zone, now }: { zone: string; now: Millis },
): JourneyGraph {
  const { template, sender, topic, at } = plan;
  const cron = localText(beginsAt(plan, zone, now), zone);
  const filter = conditionOf(plan);
  const isOwnTime = plan.zone === 'customer';
  return JourneyGraph.parse({
    schema: 1,
    name,
    start: 'begin',
    settings: {
      reentry: 'once',
      timeZone: plan.zone,
      ...(topic !== null && { topic }),
      mailing: plan,
    },
    nodes: {
      begin: {
        type: 'start',
        config: { triggers: [{ on: 'schedule', cron, ...(filter && { filter }) }] },
        next: { next: isOwnTime ? 'time' : 'mail' },
      },
      ...(isOwnTime && { time: { type: 'wait', config: ownTime(at), next: { next: 'mail' } } }),
      mail: { type: 'email', config: { template, ...(sender !== null && { sender }) }, next: { next: 'end' } },
      end: { type: 'exit', config: { reason: 'completed' } },
    },
  });
}

/** Who is meant: the members of a segment, or everybody. */
export const conditionOf = ({ segment }: Pick<MailingPlan, 'segment'>): Condition | undefined =>
  segment === null ? undefined : { segment, member: true };

/** The first time at which a customer's clock shows the time on that date: never on the two days before it. */
function ownTime(at: string): Record<string, unknown> {
  const day = Date.parse(at.slice(0, 10));
  const before = [2, 1].map((days) => new Date(day - days * DAY_LENGTH).toISOString().slice(0, 10));
  return { for: 'P0D', at: at.slice(11), closed: [before.join('/')] };
}

const localText = (at: Millis, zone: string): string => new Date(localMillis(at, zone)).toISOString().slice(0, 16);
