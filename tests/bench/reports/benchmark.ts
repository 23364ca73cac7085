import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { mailReport } from '@tabiji/server/reports/mail-report.ts';
import { spreadOf, type Bench, type Benchmark, type Measured } from '../frame/benchmark.ts';
import { openServices } from '../world/services.ts';
import { ASKS } from './asks.ts';
import { fillWithMails, MONTH, WORKSPACE } from './fill.ts';

/** How long a marketer waits for the report of a month. */
export const reports: Benchmark = {
  about: 'the reports of one month, read from the rows of the mails',
  settings: {
    mails: { usual: 1_000_000, about: 'mails in all' },
    months: { usual: 10, about: 'months they are spread over, up to the one that is asked for' },
    rounds: { usual: 7, about: 'times each is asked; the median counts' },
  },
  measure,
};

async function measure(bench: Bench): Promise<Measured> {
  const { mails = 0, months = 1, rounds = 0 } = bench.settings;
  const postgres = await bench.startPostgres();
  const url = await postgres.createMigrated();
  bench.say(`${mails.toLocaleString('en')} mails in ${months} months`);
  await fillWithMails(url, { mails, months });
  await using services = openServices(url, 2);
  const took = new Map(Object.keys(ASKS).map((name) => [`${name}_ms`, [] as number[]]));
  const watch = bench.watch();
  for (let round = 0; round < rounds; round++) {
    for (const [name, ask] of Object.entries(ASKS)) {
      const begun = performance.now();
      await inWorkspace(services.db, WORKSPACE, ask);
      took.get(`${name}_ms`)!.push(performance.now() - begun);
    }
    bench.say([...took].map(([name, all]) => `  ${name} ${all.at(-1)!.toFixed(0)}`).join(''));
  }
  watch.read();
  const { total } = await inWorkspace(services.db, WORKSPACE, (trx, here) =>
    mailReport(trx, here, { ...MONTH, group: 'month' }),
  );
  if (Math.abs(total.asked - mails / months) > mails / months / 10)
    throw new Error(`${total.asked} mails were found in the month`);
  const spreads = Object.fromEntries([...took].map(([name, all]) => [name, spreadOf(all)]));
  const medians = Object.fromEntries(Object.entries(spreads).map(([name, { median }]) => [name, median]));
  return {
    figures: { mails_in_month: total.asked, ...medians },
    spreads,
    notes: ['Everything a report needs: mails, feedback, goals, orders, refusals, names; the first round is cold.'],
  };
}
