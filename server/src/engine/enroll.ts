import { evaluate } from '@tabiji/shared/conditions/evaluate.ts';
import type { Facts, Moment } from '@tabiji/shared/conditions/facts.ts';
import type { Reentry } from '@tabiji/shared/journey/graph.ts';
import { triggerCode } from '@tabiji/shared/journey/trigger-code.ts';
import type { Trigger } from '@tabiji/shared/journey/triggers.ts';
import { addDuration, type Millis } from '@tabiji/shared/time.ts';
import { HELD_OUT, isHeldOut } from './holdout.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Version } from '../journeys/compiled.ts';
import type { Entry } from './entries.sql.ts';
import { entryKeyOf } from './entry-key.ts';
import type { Refused } from './refusals.sql.ts';
import type { Store } from './store.ts';
import { Tally } from './tally.ts';
import { zoneOf } from './zone-of.ts';

/** A customer at the door of a journey. */
export interface Candidate {
  version: Version;
  trigger: Trigger;
  customerId: number;
  /** The triggering fact. */
  moment: Moment;
  /** The customer's facts as they were when the fact had arrived; for the filters. */
  facts: Facts;
  zone: string | null;
  /** What the re-entry rule counts apart: an order, a booking. */
  key?: string | undefined;
  /** Names what lets a customer in once only, whatever the rule: one run of a schedule, one parcel. No slash. */
  occasion?: string | undefined;
}

/** Why somebody at the door did not enter. `again`: this very occasion has let them in before. */
export type Refusal = 'filter' | 'reentry' | 'again';

export interface Enrolled {
  enrolled: number;
  refused: { customerId: number; because: Refusal }[];
}

/**
 * Lets candidates in whom the filters and the re-entry rule allow. Their customers are locked, so nobody enters twice.
 * @param note `silent`: refusals are answered, but not kept (a schedule asks everybody). `existing`: they had met the
 * trigger before it was published. `rehearsal`: says who would enter, and writes nothing
 */
export async function enroll(
  store: Store,
  here: Here,
  candidates: readonly Candidate[],
  note: { silent?: boolean; existing?: boolean; rehearsal?: boolean } = {},
): Promise<Enrolled> {
  const refused: (Refused & { because: Refusal })[] = [];
  if (candidates.length === 0) return { enrolled: 0, refused };
  const asked = candidates.map(({ key, occasion, moment }) => entryKeyOf(key, occasion ?? String(moment.arrival)));
  const history = await store.positions.findEntries(candidates, asked);
  const entries: Entry[] = [];
  for (const candidate of candidates.toSorted((a, b) => a.moment.arrival - b.moment.arrival)) {
    const { version, trigger, customerId, moment, key, zone } = candidate;
    const { journeyId, graph } = version;
    const local = zoneOf(graph, zone, here);
    const code = triggerCode(trigger);
    const refuse = (because: Refusal) => refused.push({ customerId, journeyId, at: here.now, because, detail: code });
    const isMet = [graph.filter, trigger.filter].every(
      (filter) => !filter || evaluate(filter, candidate.facts, { now: here.now, zone: local, entered: moment }),
    );
    if (!isMet) {
      refuse('filter');
      continue;
    }
    const reentry = graph.settings.reentry ?? 'once';
    const entryKey = entryKeyOf(key, reentry === 'once' ? 'once' : (candidate.occasion ?? String(moment.arrival)));
    const door = `${customerId}.${journeyId}.${key ?? ''}`;
    const before = history.get(door);
    const isAgain = before && (before.lastArrival === moment.arrival || before.used.has(entryKey));
    if (before && (isAgain || !mayReenter(reentry, before, moment.at, local))) {
      refuse(isAgain ? 'again' : 'reentry');
      continue;
    }
    const used = new Set([...(before?.used ?? []), entryKey]);
    const heldOut = isHeldOut(version, customerId, here);
    history.set(door, { active: !heldOut, lastEnteredAt: moment.at, lastArrival: moment.arrival, used });
    const by = note.existing ? `existing:${code}` : code;
    const entry = { customerId, journeyId, version: version.version, node: graph.start, moment, entryKey };
    entries.push({ ...entry, by, heldOut });
  }
  if (note.rehearsal) return { enrolled: entries.length, refused };
  const ids = await store.received.nextRowNumbers(entries.length);
  await store.positions.insert(ids, entries);
  if (!note.silent) await store.positions.refuse(refused.filter(({ because }) => because !== 'again'));
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
  /** Entry keys they had, as far as anybody asked. */
  used: ReadonlySet<string>;
}

function mayReenter(rule: Reentry, before: EntryHistory, at: Millis, zone: string): boolean {
  if (rule === 'once') return false;
  if (rule === 'afterExit') return !before.active;
  if (rule === 'always') return true;
  return at >= addDuration(before.lastEnteredAt, rule.after, zone);
}
