import type { CohortLine, ReplayCohort } from '@tabiji/shared/api/cohort.ts';
import { chance } from '@tabiji/shared/chance.ts';
import { compileGraph } from '@tabiji/shared/engine/compile.ts';
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
import { openCrew } from './crew.ts';
import { enteredByHand, maybeEntrants } from './entrants.sql.ts';
import { eventsFor, startingEvents, startsByTime } from './interest.ts';
import type { Page, Task } from './run-page.ts';
import type { Period } from './run-person.ts';
import { spread } from './spread.ts';
import { addSums, countsOf, noSums } from './sums.ts';

/** Customers whose records are read at once, and after whom counts are told. */
const PAGE = 200;

/** More people than `most` are sampled, so many of them. */
export interface Sampling {
  most: number;
  sample: number;
}
const SAMPLING: Sampling = { most: 100_000, sample: 20_000 };

/**
 * Sends the people of a period through a draft, and through the published version beside it, telling counts as they grow.
 * Facts are read page by page, set by set; nothing is written. What takes time is done by threads of its own.
 * @throws AppError `not_found`
 */
export async function* runCohort(
  db: Db,
  workspaceId: number,
  journeyId: number,
  { asked, url, sampling = SAMPLING }: { asked: z.output<typeof ReplayCohort>; url: string; sampling?: Sampling },
): AsyncGenerator<CohortLine> {
  const started = performance.now();
  const { people, byHand, task, now, events } = await gather(db, workspaceId, journeyId, asked, url);
  const chosen = people.length > sampling.most ? sampleOf(people, sampling.sample) : people;
  const isSample = chosen.length < people.length;
  const factor = people.length / Math.max(1, chosen.length);
  const sums = task.sides.map(noSums);
  let run = 0;
  const line = (done: boolean): CohortLine => ({
    done,
    people: people.length,
    sampled: isSample ? chosen.length : null,
    error: isSample ? 0.98 / Math.sqrt(chosen.length) : null,
    run,
    knownUntil: new Date(now).toISOString(),
    draft: countsOf(sums[0]!, factor),
    published: sums[1] ? countsOf(sums[1], factor) : null,
    ms: Math.round(performance.now() - started),
  });
  async function* pages(): AsyncGenerator<Page> {
    for (let at = 0; at < chosen.length; at += PAGE) {
      const ids = chosen.slice(at, at + PAGE);
      const found = await inSnapshot(db, workspaceId, (trx) => recordsOf(trx, workspaceId, ids, events));
      run += ids.length - found.size; // who is gone meanwhile is run by nobody
      yield [...found].map(([customer, records]) => ({ records, byHand: byHand.get(customer) ?? [] }));
    }
  }
  yield line(false);
  await using crew = openCrew(task, chosen.length);
  const runners = crew.runners.map((runPage) => async (page: Page) => ({ page, results: await runPage(page) }));
  for await (const { page, results } of spread(pages(), runners)) {
    for (const [i, more] of results.entries()) addSums(sums[i]!, more);
    run += page.length;
    yield line(false);
  }
  yield line(true);
}

const gather = (db: Db, workspaceId: number, journeyId: number, asked: z.output<typeof ReplayCohort>, url: string) =>
  inSnapshot(db, workspaceId, async (trx, here) => {
    const period = periodOf(asked, here);
    const { version } = await getJourney(trx, here.id, journeyId);
    const [row] =
      asked.compare && version !== null ? await getVersions(trx, here.id, [{ journey: journeyId, version }]) : [];
    const graphs: JourneyGraph[] = [asked.graph, ...(row ? [row.graph] : [])];
    const sides: Task['sides'][number][] = [];
    for (const graph of graphs) sides.push({ graph, scene: await loadScene(trx, here, graph, journeyId) });
    const compiled = graphs.map(compileGraph);
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
    const task: Task = { sides, period, url };
    return { people, byHand, task, now: here.now, events };
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
const sampleOf = (people: readonly number[], size: number): number[] =>
  people
    .map((id) => [chance('cohort', id), id] as const)
    .toSorted(([a], [b]) => a - b)
    .slice(0, size)
    .map(([, id]) => id);
