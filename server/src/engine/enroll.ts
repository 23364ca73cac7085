import { evaluate } from '@tabiji/shared/conditions/evaluate.ts';
import type { Facts, Moment } from '@tabiji/shared/conditions/facts.ts';
import type { Reentry } from '@tabiji/shared/journey/graph.ts';
import { addDuration, type Millis } from '@tabiji/shared/time.ts';
import { HELD_OUT, isHeldOut } from './holdout.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Version } from '../journeys/compiled.ts';
import type { Entry } from './entries.sql.ts';
import type { Store } from './store.ts';
import { Tally } from './tally.ts';
import { zoneOf } from './zone-of.ts';

/** A customer at the door of a journey. */
export interface Candidate {
  version: Version;
  customerId: number;
  /** The triggering fact. */
  moment: Moment;
  /** The customer's facts as they were when the fact had arrived; for the start's filter. */
  facts: Facts;
  zone: string | null;
}

/** Why somebody at the door did not enter. */
export type Refusal = 'filter' | 'reentry';

export interface Enrolled {
  enrolled: number;
  refused: { customerId: number; because: Refusal }[];
}

/** Lets candidates in whom the filter and the re-entry rule allow. Their customers are locked, so nobody enters twice. */
export async function enroll(store: Store, here: Here, candidates: readonly Candidate[]): Promise<Enrolled> {
  const refused: Enrolled['refused'] = [];
  if (candidates.length === 0) return { enrolled: 0, refused };
  const history = await store.positions.findEntries(candidates);
  const entries: Entry[] = [];
  const byArrival = candidates.toSorted((a, b) => a.moment.arrival - b.moment.arrival);
  for (const { version, customerId, moment, facts, zone } of byArrival) {
    const { filter, settings, start } = version.graph;
    const local = zoneOf(version.graph, zone, here);
    if (filter && !evaluate(filter, facts, { now: here.now, zone: local, entered: moment })) {
      refused.push({ customerId, because: 'filter' });
      continue;
    }
    const door = `${customerId}.${version.journeyId}`;
    const before = history.get(door);
    const reentry = settings.reentry ?? 'once';
    if (before && (before.lastArrival === moment.arrival || !mayReenter(reentry, before, moment.at, local))) {
      refused.push({ customerId, because: 'reentry' });
      continue;
    }
    const heldOut = isHeldOut(version, customerId, here);
    history.set(door, { active: !heldOut, lastEnteredAt: moment.at, lastArrival: moment.arrival });
    const entryKey = reentry === 'once' ? 'once' : String(moment.arrival);
    entries.push({
      customerId,
      journeyId: version.journeyId,
      version: version.version,
      node: start,
      moment,
      entryKey,
      heldOut,
    });
  }
  const ids = await store.received.nextRowNumbers(entries.length);
  await store.positions.insert(ids, entries);
  const tally = new Tally();
  for (const { journeyId, version, node, heldOut } of entries) {
    tally.add({ journey: journeyId, version }, 'entered', node);
    if (heldOut) tally.add({ journey: journeyId, version }, 'exit', node, HELD_OUT);
  }
  await tally.write(store);
  await store.diary.write(
    here.realNow,
    entries.flatMap(({ heldOut, node }, i) =>
      heldOut
        ? [{ enrollmentId: ids[i]!, visit: 0, at: here.now, steps: JSON.stringify([[node, 'exit', HELD_OUT]]) }]
        : [],
    ),
  );
  return { enrolled: entries.length, refused };
}

/** What is known of a customer's earlier passages through a journey. */
export interface EntryHistory {
  active: boolean;
  lastEnteredAt: Millis;
  lastArrival: number;
}

function mayReenter(rule: Reentry, before: EntryHistory, at: Millis, zone: string): boolean {
  if (rule === 'once') return false;
  if (rule === 'afterExit') return !before.active;
  if (rule === 'always') return true;
  return at >= addDuration(before.lastEnteredAt, rule.after, zone);
}
