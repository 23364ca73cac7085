import { setImmediate } from 'node:timers/promises';
import { foreseeable, tellsApart } from '@tabiji/shared/engine/foresee.ts';
import type { CompiledGraph } from '@tabiji/shared/engine/compile.ts';
import { hoursOf } from '@tabiji/shared/sending/hours-of.ts';
import { type Crowd, type Foreseen, planAhead } from '@tabiji/shared/sending/plan-ahead.ts';
import { topicRule } from '@tabiji/shared/sending/topics.ts';
import { isTimeZone, type Millis } from '@tabiji/shared/time.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { pgStore } from '../engine/pg-store.ts';
import { startOf, startsOf } from '../engine/starts.ts';
import { zoneOf } from '../engine/zone-of.ts';
import { compiledVersions, versionName, type Version } from '../journeys/compiled.ts';
import { entering, EXACT, heldJourneys, type Look, spanFor, standing, underWay } from './crowds.sql.ts';
import { occurrences } from './occurrences.ts';

/** A mail that is foreseen for people who stand alike. */
export interface Ahead extends Foreseen {
  journey: number;
  people: number;
  /** The first of them; null: nobody knows yet who. */
  who: readonly number[] | null;
  /** Why it is held back until then, or perhaps for longer. */
  why: string | null;
}

/** Mails that wait for somebody to let them go. */
export interface Undated {
  journey: number;
  node: string;
  template: string;
  people: number;
  why: string;
}

export interface LookedAhead {
  mails: Ahead[];
  undated: Undated[];
  /** Whom was looked at were all that are due until then; null: all there are. */
  completeUntil: Millis | null;
}

/** Rows of one kind that are looked at; people who stand alike are one. */
const MOST_ROWS = 20_000;
/** Crowds between two breaths: others are served meanwhile. */
const AT_ONCE = 250;

/**
 * What goes out until an instant: mails under way, people who are due, and customers whom time lets in, each followed
 * by the production interpreter.
 * @param how.only a journey, of which is then told who its people are
 * @param how.most crowds of one kind that are looked at
 */
export async function lookAhead(
  trx: Trx,
  here: Here,
  until: Millis,
  { only, most = MOST_ROWS }: { only?: number; most?: number } = {},
): Promise<LookedAhead> {
  const store = pgStore(trx, here);
  const live = await store.setup.live();
  const versions = await compiledVersions(store, here.id, [...live, ...(await store.setup.travelled())]);
  const asked = { until: new Date(until), only, limit: most, apart: [] };
  const span = await spanFor(trx, here, asked);
  // Where there are that many, nobody is told apart: what a split does with them is possible and not certain.
  const isKnown = span === EXACT;
  const apart = isKnown ? [...versions].filter(([, { graph }]) => tellsApart(graph)).map(([name]) => name) : [];
  const boards = await store.nodes.boards([...new Set([...versions.values()].map(({ journeyId }) => journeyId))]);
  const look: Look = { ...asked, apart, span };
  const graphs = new Map<string, CompiledGraph>();
  const graphOf = (version: Version, isKnown: boolean): CompiledGraph => {
    const name = `${versionName({ journey: version.journeyId, version: version.version })} ${isKnown}`;
    const known = graphs.get(name) ?? foreseeable(version.graph, isKnown);
    graphs.set(name, known);
    return known;
  };
  const held = await heldJourneys(trx, here);
  const found: LookedAhead = { mails: [], undated: [], completeUntil: null };
  let breaths = 0;
  const follow = async (version: Version | undefined, crowd: Crowd, of: Followed): Promise<void> => {
    if (!version) return;
    if (++breaths % AT_ONCE === 0) await setImmediate();
    const { settings } = version.graph;
    const own = of.zone !== null && isTimeZone(of.zone) ? of.zone : here.zone;
    const topic = topicRule(here.topics, settings.topic ?? null);
    const foreseen = planAhead(crowd, {
      graph: graphOf(version, of.isKnown),
      zone: zoneOf(version.graph, own, here),
      hours: hoursOf({ rules: here.rules, settings, own, workspace: here.zone, topic }),
      until,
      boards: boards.get(version.journeyId),
    });
    const isFirst = (one: Foreseen) => crowd.letter !== undefined && one === foreseen[0];
    for (const one of foreseen)
      found.mails.push({
        ...one,
        journey: version.journeyId,
        people: of.people,
        who: of.who,
        why: isFirst(one) ? of.why : held.has(version.journeyId) ? 'unreleased' : null,
      });
  };
  const [waiting, due, coming] = [
    await underWay(trx, here, look),
    await standing(trx, here, look),
    await entering(trx, here, look),
  ];
  const full = [waiting, due, coming].flatMap((rows) => (rows.length === most ? (rows.at(-1)!.at ?? []) : []));
  if (full.length > 0) found.completeUntil = Math.min(...full.map((at) => at.getTime()));
  for (const { at, template, ...row } of waiting) {
    if (at === null) found.undated.push({ ...row, template, why: row.why ?? 'paused' });
    else
      await follow(
        versions.get(versionName(row)),
        {
          ...crowdOf(row),
          at: Math.max(at.getTime(), here.now),
          port: null,
          intent: null,
          certain: true,
          letter: template,
        },
        { ...row, isKnown },
      );
  }
  for (const { at, port, intent, listens, ...row } of due)
    await follow(
      versions.get(versionName(row)),
      { ...crowdOf(row), at: Math.max(at.getTime(), here.now), port, intent, certain: !listens },
      { ...row, why: null, isKnown },
    );
  const starts = startsOf(live.flatMap((key) => versions.get(versionName(key)) ?? []));
  for (const { ref, at, ...row } of coming) {
    const version = startOf(starts, ref)?.version;
    if (version)
      await follow(version, enteringAt(version, row.customer, Math.max(at.getTime(), here.now)), {
        ...row,
        why: null,
        isKnown,
      });
  }
  for (const { version, at, people } of await occurrences(trx, here, starts, look))
    await follow(version, enteringAt(version, 0, at), { people, zone: null, who: null, why: null, isKnown: false });
  return found;
}

interface Followed {
  people: number;
  zone: string | null;
  who: readonly number[] | null;
  why: string | null;
  isKnown: boolean;
}

const crowdOf = ({
  node,
  memory,
  enrollment,
  customer,
  journey,
}: Pick<Crowd, 'node'> & {
  memory: Crowd['memory'] | null;
  enrollment: number;
  customer: number;
  journey: number;
}) => ({
  node,
  memory: memory ?? {},
  enrollment: { id: enrollment, customer, journey },
});

/** Whoever time lets in may be kept out by then, so nothing of it is certain. */
const enteringAt = ({ journeyId, graph }: Version, customer: number, at: Millis): Crowd => ({
  enrollment: { id: 0, customer, journey: journeyId },
  node: graph.start,
  port: null,
  intent: null,
  memory: {},
  at,
  certain: false,
});
