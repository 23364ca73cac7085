import { monitorEventLoopDelay } from 'node:perf_hooks';
import { ReplayCohort, type CohortLine } from '@tabiji/shared/api/cohort.ts';
import { runCohort } from '@tabiji/server/simulation/cohort/run-cohort.ts';
import type { Services } from '@tabiji/server/services.ts';
import { spreadOf, type Bench, type Benchmark, type Measured } from '../frame/benchmark.ts';
import { publishJourney } from '../world/publish-journey.ts';
import { openServices } from '../world/services.ts';
import { STEPS, twentySteps } from './journey.ts';
import { fillShop, openShop, WORKSPACE } from './shop.ts';

/** How long people wait for last month's entrants in the time machine. */
export const cohort: Benchmark = {
  about: 'last month’s real entrants through a draft of twenty steps, beside the published version',
  settings: {
    people: { usual: 3218, about: 'people who entered last month' },
    rounds: { usual: 3, about: 'rounds; the median counts' },
  },
  measure,
};

async function measure(bench: Bench): Promise<Measured> {
  const { people = 0, rounds = 0 } = bench.settings;
  const postgres = await bench.startPostgres();
  const url = await openShop(postgres);
  await using services = openServices(url, 4);
  bench.say(`${people.toLocaleString('en')} people buy`);
  await fillShop(services, people);
  const journey = await publishJourney(services, WORKSPACE, twentySteps(7));
  const seconds: number[] = [];
  const stalls: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const watch = bench.watch();
    const { line, longestStallMs } = await replay(services, journey);
    const used = watch.read();
    check(line, people);
    seconds.push(line.ms / 1000);
    stalls.push(longestStallMs);
    bench.say(`  ${(line.ms / 1000).toFixed(2)} s, ${used.ours.toFixed(2)} s of the processor`);
  }
  const spread = spreadOf(seconds);
  return {
    figures: {
      people,
      steps: STEPS,
      seconds: spread.median,
      people_per_s: people / spread.median,
      longest_stall_ms: spreadOf(stalls).median,
    },
    spreads: { seconds: spread, longest_stall_ms: spreadOf(stalls) },
    notes: [
      `From the question to the last line, threads started anew each time: ${STEPS} nodes a person in the draft, as many in the`,
      'published version. Longest stall: how long the thread that answers requests could do nothing else meanwhile.',
    ],
  };
}

async function replay(
  { db, config }: Services,
  journey: number,
): Promise<{ line: CohortLine; longestStallMs: number }> {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  const asked = ReplayCohort.parse({ graph: twentySteps(14) });
  loop.enable();
  let line: CohortLine | undefined;
  for await (const next of runCohort(db, WORKSPACE, journey, { asked, url: config.url })) line = next;
  loop.disable();
  if (!line) throw new Error('the replay told nothing');
  return { line, longestStallMs: loop.max / 1e6 };
}

/** @throws Error when somebody is missing: a benchmark that loses people measures nothing */
function check({ people, run, draft, published }: CohortLine, wanted: number): void {
  const told = [people, run, draft.entered, published?.entered];
  if (told.some((count) => count !== wanted)) throw new Error(`${told.join(', ')} of ${wanted} people were run`);
  const steps = Object.values(draft.nodes).reduce((sum, { entered }) => sum + entered, 0);
  if (draft.inside === 0 && steps !== wanted * (STEPS - 1))
    throw new Error(`${steps} nodes were left by ${wanted} people`);
}
