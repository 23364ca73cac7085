import { instantFrom } from '@tabiji/shared/conditions/values.ts';
import type { ElapsedTrigger } from '@tabiji/shared/journey/triggers.ts';
import { waitEnd, type Millis } from '@tabiji/shared/time.ts';
import type { Here } from '../db/in-workspace.ts';
import { sha256 } from '../hash.ts';
import type { Version } from '../journeys/compiled.ts';
import type { Known } from './load-facts.ts';
import type { PlannedTimer } from './timers.sql.ts';
import { zoneOf } from './zone-of.ts';

/** An elapsed trigger of a live journey. */
export interface ElapsedStart {
  version: Version;
  trigger: ElapsedTrigger;
  /** Names the trigger in timers, the same in every version that has it. */
  ref: string;
}

/** Something that happened once and that elapsed triggers may count from: an event, a delivery. */
export interface Occurrence {
  customerId: number;
  /** `event:<name>` or `delivered`. */
  anchor: string;
  /** Fact number: each occurrence has a timer of its own. */
  id: number;
  at: Millis;
}

export const elapsedStarts = (journeys: readonly Version[]): ElapsedStart[] =>
  journeys.flatMap((version) =>
    version.graph.triggers.flatMap((trigger) =>
      trigger.on === 'elapsed' ? [{ version, trigger, ref: refOf(version.journeyId, trigger) }] : [],
    ),
  );

const refOf = (journeyId: number, { after, since, at }: ElapsedTrigger) =>
  `${journeyId}.${sha256(`${after}\n${since}\n${at ?? ''}`, 'hex').slice(0, 12)}`;

/**
 * When the elapsed triggers of customers go off, as far as that lies ahead; a date that is gone takes its timer back.
 * Orders and attributes have one timer each, which moves with the date; events and deliveries one per occurrence.
 */
export function planElapsed(
  starts: readonly ElapsedStart[],
  known: ReadonlyMap<number, Known>,
  occurrences: readonly Occurrence[],
  here: Here,
): PlannedTimer[] {
  return starts.flatMap(({ version, trigger, ref }) => {
    const plan = (customerId: number, from: Millis | undefined, of = ref): PlannedTimer => {
      const zone = zoneOf(version.graph, known.get(customerId)?.zone ?? null, here);
      const at = from === undefined ? undefined : waitEnd(from, { for: trigger.after, at: trigger.at }, zone);
      return { kind: 'elapsed', ref: of, customerId, at: at !== undefined && at > here.now ? at : null };
    };
    if (trigger.since === 'delivered' || trigger.since.startsWith('event:'))
      return occurrences
        .filter(({ anchor }) => anchor === trigger.since)
        .map(({ customerId, at, id }) => plan(customerId, at, `${ref}:${id}`));
    return [...known].map(([customerId, customer]) => plan(customerId, anchorOf(trigger, customer, here)));
  });
}

function anchorOf({ since }: ElapsedTrigger, { facts, zone }: Known, here: Here): Millis | undefined {
  if (since === 'last_order') return facts.lastOrderAt ?? undefined;
  if (since === 'first_order') return facts.firstOrderAt ?? undefined;
  return instantFrom(facts.attributes[since.slice('attribute:'.length)], zone ?? here.zone);
}
