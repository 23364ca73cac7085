import { spreadOf, type Bench, type Benchmark, type Measured } from '../frame/benchmark.ts';
import { prepareMails } from './prepare.ts';
import { runRound } from './round.ts';

/** Mails a second of the sender, against the same sender with liquidjs. */
export const send: Benchmark = {
  about: 'mails a second with a mail of 34 kB, against the same sender with liquidjs',
  settings: {
    mails: { usual: 40_000, about: 'mails in the outbox' },
    rounds: { usual: 5, about: 'rounds; the median counts' },
  },
  measure,
};

async function measure(bench: Bench): Promise<Measured> {
  const { mails = 0, rounds = 0 } = bench.settings;
  const postgres = await bench.startPostgres();
  bench.say(`preparing ${mails.toLocaleString('en')} mails`);
  const prepared = await prepareMails(postgres, mails);
  const [ours, liquidjs, ratios, node, database]: number[][] = [[], [], [], [], []];
  for (let round = 1; round <= rounds; round++) {
    const slow = await runRound(bench, postgres, prepared, { mails, way: 'liquidjs' });
    const fast = await runRound(bench, postgres, prepared, { mails, way: 'closures' });
    ours!.push(mails / fast.seconds);
    liquidjs!.push(mails / slow.seconds);
    ratios!.push(slow.seconds / fast.seconds);
    node!.push((fast.ours / mails) * 1e6);
    database!.push((fast.postgres / mails) * 1e6);
    const costs = [fast, slow].map(
      (used) => `${((used.ours / mails) * 1e6).toFixed(0)} + ${((used.postgres / mails) * 1e6).toFixed(0)} µs`,
    );
    bench.say(
      `round ${round}: ${ours!.at(-1)?.toFixed(0)} mails/s (${costs[0]} node + postgres), ` +
        `liquidjs ${liquidjs!.at(-1)?.toFixed(0)} (${costs[1]}), ${ratios!.at(-1)?.toFixed(2)} times`,
    );
  }
  const spreads = {
    mails_per_s: spreadOf(ours!),
    liquidjs_mails_per_s: spreadOf(liquidjs!),
    send_over_liquidjs: spreadOf(ratios!),
    node_us_per_mail: spreadOf(node!),
    postgres_us_per_mail: spreadOf(database!),
  };
  return {
    figures: Object.fromEntries(Object.entries(spreads).map(([key, { median }]) => [key, median])),
    spreads,
    notes: [
      'One sender process with three send jobs at once, as the worker has: claims mails with all checks, pins what a retry needs,',
      'fills in a mail of 34 kB (subject, HTML, text; values escaped), gives every byte to a provider in memory that knows keys,',
      'archives the mail and lets its enrollment go on. Everything durable, the books checked after each round. The other way',
      'differs in one thing: liquidjs fills in the mail, parsed once, by renderSync. Rounds alternate; ratios are within a round.',
    ],
  };
}
