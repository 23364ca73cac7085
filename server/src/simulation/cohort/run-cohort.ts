import { setImmediate } from 'node:timers/promises';
import type { CohortLine, ReplayCohort } from '@tabiji/shared/api/cohort.ts';
import { chance } from '@tabiji/shared/chance.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { addDuration, localDate, noonOf, type Millis } from '@tabiji/shared/time.ts';
import type { z } from 'zod';
import type { Db } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { getJourney } from '../../journeys/journeys.sql.ts';
import { getVersions } from '../../journeys/versions.sql.ts';
import { inSnapshot } from '../in-snapshot.sql.ts';
import { recordsOf } from '../past/records.sql.ts';
import { loadScene } from '../scene/load-scene.ts';
import { prepare, type Prepared } from '../scene/open-world.ts';
import { countMails } from './count-mails.ts';
import { Counting } from './counts.ts';
import { enteredByHand, maybeEntrants } from './entrants.sql.ts';
import { eventsFor, startingEvents, startsByTime } from './interest.ts';
import { runPerson, type Period } from './run-person.ts';

/** Customers whose records are read at once, and after whom counts are told. */
const PAGE = 500;
/** More people than this are sampled, so many of them. */
const MOST_PEOPLE = 100_000;
const SAMPLE = 20_000;

/**
 * Sends the people of a period through a draft, and through the published version beside it, telling counts as they grow.
 * Facts are read page by page, set by set; nothing is written.
 * @throws AppError `not_found`
 */
export async function* runCohort(
  db: Db,
  workspaceId: number,
  journeyId: number,
  { asked, url }: { asked: z.output<typeof ReplayCohort>; url: string },
): AsyncGenerator<CohortLine> {
  const started = performance.now();
  const { people, byHand, sides, period, now, events } = await gather(db, workspaceId, journeyId, asked, url);
  const chosen = people.length > MOST_PEOPLE ? sampleOf(people) : people;
  const factor = people.length / Math.max(1, chosen.length);
  const zone = sides[0]!.scene.place.zone;
  const counting = sides.map(() => new Counting(zone, now));
  const line = (run: number, done: boolean): CohortLine => ({
    done,
    people: people.length,
    sampled: chosen.length < people.length ? chosen.length : null,
    error: chosen.length < people.length ? 0.98 / Math.sqrt(chosen.length) : null,
    run,
    knownUntil: new Date(now).toISOString(),
    draft: counting[0]!.read(factor),
    published: counting[1]?.read(factor) ?? null,
    ms: Math.round(performance.now() - started),
  });
  for (let at = 0; at < chosen.length; at += PAGE) {
    const page = chosen.slice(at, at + PAGE);
    const records = await inSnapshot(db, workspaceId, (trx) => recordsOf(trx, workspaceId, page, events));
    for (const [customer, record] of records) {
      for (const [i, prepared] of sides.entries())
        counting[i]!.add(await runPerson(prepared, record, period, byHand.get(customer) ?? []));
      await setImmediate(); // memory never waits: others are served between two people
    }
    if (at + PAGE < chosen.length) yield line(at + page.length, false);
  }
  yield line(chosen.length, true);
}

const gather = (db: Db, workspaceId: number, journeyId: number, asked: z.output<typeof ReplayCohort>, url: string) =>
  inSnapshot(db, workspaceId, async (trx, here) => {
    const period = periodOf(asked, here);
    const { version } = await getJourney(trx, here.id, journeyId);
    const [row] =
      asked.compare && version !== null ? await getVersions(trx, here.id, [{ journey: journeyId, version }]) : [];
    const graphs: JourneyGraph[] = [asked.graph, ...(row ? [row.graph] : [])];
    const sides: Prepared[] = [];
    for (const graph of graphs)
      sides.push(prepare(await loadScene(trx, here, graph, journeyId), graph, { url, keep: countMails }));
    const compiled = sides.map((side) => side.version.graph);
    const hands = await enteredByHand(trx, here.id, journeyId, period);
    const byHand = new Map<number, Millis[]>();
    for (const { customer, at } of hands) byHand.set(customer, [...(byHand.get(customer) ?? []), at]);
    const told = await maybeEntrants(trx, here.id, {
      ...period,
      events: startingEvents(compiled),
      everybody: startsByTime(compiled),
    });
    const people = [...new Set([...told, ...byHand.keys()])].toSorted((a, b) => a - b);
    const events = eventsFor({ graphs: compiled, segments: sides[0]!.scene.segments });
    return { people, byHand, sides, period, now: here.now, events };
  });

/** Last month where nothing is said, followed for 90 days. */
function periodOf({ from, to, until }: z.output<typeof ReplayCohort>, { now, zone }: Here): Period {
  const month = `${localDate(now, zone).slice(0, 7)}-01`;
  const midnight = (text: string) => addDuration(noonOf(text, zone), 'PT12H', zone, -1);
  const instant = (text: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? midnight(text) : Date.parse(text));
  const end = to === undefined ? midnight(month) : instant(to);
  const begin = from === undefined ? addDuration(end, 'P1M', zone, -1) : instant(from);
  return { from: begin, to: end, until: until === undefined ? addDuration(end, 'P90D', zone) : instant(until) };
}

/** The same people every time. */
const sampleOf = (people: readonly number[]): number[] =>
  people
    .map((id) => [chance('cohort', id), id] as const)
    .toSorted(([a], [b]) => a - b)
    .slice(0, SAMPLE)
    .map(([, id]) => id);
