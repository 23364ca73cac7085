import { setImmediate } from 'node:timers/promises';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Records } from '../past/records.sql.ts';
import type { Scene } from '../scene/load-scene.ts';
import { prepare } from '../scene/open-world.ts';
import { countMails } from './count-mails.ts';
import { Counting } from './counting.ts';
import { runPerson, type Period } from './run-person.ts';
import type { Sums } from './sums.ts';

/** What a cohort is sent through: plain data, which another thread can be given. */
export interface Task {
  /** The draft, and behind it the published version where it is compared. */
  sides: readonly { graph: JourneyGraph; scene: Scene }[];
  period: Period;
  url: string;
}

/** Some people of the cohort, with when they were let in by hand. */
export type Page = readonly { records: Records; byHand: readonly Millis[] }[];

/** Runs a page; what came of it, side by side. */
export type RunPage = (page: Page) => Promise<Sums[]>;

/** Makes a task ready to run, as often as there are pages. */
export function openTask({ sides, period, url }: Task): RunPage {
  const prepared = sides.map(({ graph, scene }) => prepare(scene, graph, { url, keep: countMails }));
  return async (page) => {
    const counting = prepared.map(({ scene }) => new Counting(scene.place.zone, scene.now));
    for (const { records, byHand } of page) {
      for (const [i, side] of prepared.entries()) counting[i]!.add(await runPerson(side, records, period, byHand));
      await setImmediate(); // memory never waits: others of this thread are served between two people
    }
    return counting.map(({ sums }) => sums);
  };
}
