import type { Provider } from '@tabiji/shared/api/workspace.ts';
import type { SendingRules } from '@tabiji/shared/sending/rules.ts';
import { Clockwork } from './clockwork.ts';
import { GraphMaker } from './generate/graph.ts';
import { story } from './generate/story.ts';
import { MemoryDatabase } from '@tabiji/server/simulation/memory/database.ts';
import type { Mutant } from './mutants/mutant.ts';
import { judgeTheEnd } from './oracle/at-the-end.ts';
import { Oracle } from './oracle/oracle.ts';
import { Random } from './random.ts';
import { pacesOf } from './generate/paces.ts';
import { BEGINNINGS, CALM_MS, QUIET, ROUGH_MS, ZONES } from './world/begin.ts';
import { Doorbell } from './world/doorbell.ts';
import { Faults, type Fault } from './world/faults.ts';
import { EventLog } from './world/log.ts';
import { MailService } from './world/mail-service.ts';
import { drawnAnew, publish, putUp } from './world/publish.ts';
import { Shop } from './world/shop.ts';
import { Workers } from './world/workers.ts';
import type { World } from './world/world.ts';

/** What came of one seed. */
export interface Outcome {
  seed: number;
  /** Broken rules, in the order in which they broke. */
  violations: string[];
  faults: Record<Fault, number>;
  /** Equal for two runs of a seed. */
  hash: string;
  steps: number;
  lines: readonly string[];
}

/** Paces are drawn apart, so that a seed's story stays. */
const PACES = 1_000_003;

const PROVIDERS: readonly Provider[] = ['resend', 'resend', 'letters', 'smtp'];

/** Eleven rough days and three calm ones in a shop, all of it decided by one number. */
export async function simulate(
  seed: number,
  { mutant = {}, trace = false }: { mutant?: Mutant; trace?: boolean } = {},
) {
  const random = new Random(seed);
  const beginning = Date.parse(random.pick(BEGINNINGS));
  const clockwork = new Clockwork(beginning);
  const log = new EventLog(trace);
  const violations: string[] = [];
  const world: World = {
    seed,
    clockwork,
    log,
    mutant,
    db: new MemoryDatabase(),
    random: random.fork(),
    faults: new Faults(random.fork(), clockwork, beginning + ROUGH_MS),
    zone: random.pick(ZONES),
    provider: random.pick(PROVIDERS),
    rules: rulesOf(random),
    paces: pacesOf(new Random(seed + PACES), beginning),
    grain: random.pick([0.1, 0.3, 1]),
    broken: (rule, detail) => {
      log.note(clockwork.now, 'RULE', `${rule}: ${detail}`);
      violations.push(`${rule}: ${detail}`);
    },
  };
  const oracle = new Oracle(world);
  const graphs = random.chance(0.5) ? [new GraphMaker(random).make('One')] : twoJourneys(random);
  putUp({ db: world.db, now: clockwork.now }, drawnAnew(graphs));
  const mails = new MailService(world, { keyed: world.provider === 'resend', refused: refusedOf(random) });
  mails.onRequest = (mail) => oracle.requestStarts(mail);
  const workers = new Workers(world, mails, random.int(2, 3));
  new Doorbell(world, workers);
  const shop = new Shop(world);
  for (const { after, facts } of story(random, beginning)) {
    const late = world.faults.strikes('told_late') ? random.heavy(1000, 20 * 3_600_000) : 0;
    const times = world.faults.strikes('told_twice') ? 2 : 1;
    for (let i = 0; i < times; i++)
      clockwork.after(after + late + i * random.int(0, 5000), () => {
        void shop.tell(facts);
        return true;
      });
  }
  if (world.faults.strikes('published')) publish(world, random.fork());
  await clockwork.run(beginning + ROUGH_MS + CALM_MS);
  judgeTheEnd(world, shop, mails);
  const { counts: faults } = world.faults;
  return { seed, violations, faults, hash: log.hash, steps: clockwork.steps, lines: log.lines } satisfies Outcome;
}

const twoJourneys = (random: Random) => [new GraphMaker(random).make('One'), new GraphMaker(random).make('Two')];
const rulesOf = (random: Random): SendingRules => ({
  ...(random.chance(0.4) ? { quietHours: random.pick(QUIET) } : {}),
  ...(random.chance(0.3)
    ? { cap: { limits: [{ letters: random.int(1, 2), days: random.int(1, 2) }], exempt: [] } }
    : {}),
  ...(random.chance(0.1) ? { holdout: 0.3 } : {}),
});
const refusedOf = (random: Random) => new Set(random.chance(0.2) ? ['c1@example.com'] : []);
