import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { mailReport } from '@tabiji/server/reports/mail-report.ts';
import { journeyReport } from '@tabiji/server/reports/journey-report.ts';
import { spreadOf, type Bench, type Benchmark, type Measured } from '../frame/benchmark.ts';
import { openServices } from '../world/services.ts';
import { fillWithMails, MONTH, WORKSPACE } from './fill.ts';

/** How long a marketer waits for the report of a month. */
export const reports: Benchmark = {
  about: 'the report of one month, read from the rows of the mails',
  settings: {
    mails: { usual: 1_000_000, about: 'mails in all' },
    months: { usual: 10, about: 'months they are spread over, up to the one that is asked for' },
    rounds: { usual: 7, about: 'times it is asked; the median counts' },
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
  const took = { mails: [] as number[], journeys: [] as number[] };
  const watch = bench.watch();
  let asked = 0;
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    const report = await inWorkspace(services.db, WORKSPACE, (trx, here) =>
      mailReport(trx, here, { ...MONTH, group: 'day' }),
    );
    took.mails.push(performance.now() - begun);
    const again = performance.now();
    await inWorkspace(services.db, WORKSPACE, (trx, here) => journeyReport(trx, here, { ...MONTH, group: 'day' }));
    took.journeys.push(performance.now() - again);
    asked = report.total.asked;
    bench.say(`  ${took.mails.at(-1)!.toFixed(0)} ms, ${took.journeys.at(-1)!.toFixed(0)} ms`);
  }
  watch.read();
  if (Math.abs(asked - mails / months) > mails / months / 10) throw new Error(`${asked} mails were found in the month`);
  const [ofMails, ofJourneys] = [spreadOf(took.mails), spreadOf(took.journeys)];
  return {
    figures: { mails_in_month: asked, mail_report_ms: ofMails.median, journey_report_ms: ofJourneys.median },
    spreads: { mail_report_ms: ofMails, journey_report_ms: ofJourneys },
    notes: ['Everything a report needs: mails, feedback, goals, orders, refusals, names; the first round is cold.'],
  };
}
