import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { plannedSends } from '@tabiji/server/planned/planned.ts';
import { spreadOf, type Bench, type Benchmark, type Measured } from '../frame/benchmark.ts';
import { openServices } from '../world/services.ts';
import { fillWithPeople, WORKSPACE } from './fill.ts';

/** How long a marketer waits for what goes out in the next days. */
export const planned: Benchmark = {
  about: 'what goes out in the next days, of people who each stand at a moment of their own',
  settings: {
    people: { usual: 100_000, about: 'people inside journeys' },
    days: { usual: 14, about: 'days that are looked ahead' },
    rounds: { usual: 7, about: 'times it is asked; the median counts' },
  },
  measure,
};

async function measure(bench: Bench): Promise<Measured> {
  const { people = 0, days = 14, rounds = 0 } = bench.settings;
  const postgres = await bench.startPostgres();
  const url = await postgres.createMigrated();
  bench.say(`${people.toLocaleString('en')} people`);
  await fillWithPeople(url, people);
  await using services = openServices(url, 2);
  const ask = () => inWorkspace(services.db, WORKSPACE, (trx, here) => plannedSends(trx, here, days));
  const took: number[] = [];
  const watch = bench.watch();
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await ask();
    took.push(performance.now() - begun);
    bench.say(`  ${took.at(-1)!.toFixed(0)} ms`);
  }
  watch.read();
  const { mails, completeUntil } = await ask();
  const foreseen = mails.reduce((sum, { certain, possible }) => sum + certain + possible, 0);
  if (completeUntil !== null) throw new Error(`looked only until ${completeUntil}`);
  if (foreseen < people) throw new Error(`${foreseen} mails were foreseen for ${people} people`);
  const spread = spreadOf(took);
  return {
    figures: { people, foreseen, planned_ms: spread.median },
    spreads: { planned_ms: spread },
    notes: ['Everybody is due at a moment of their own; the first round is cold.'],
  };
}
