import { setTimeout as pause } from 'node:timers/promises';
import { startMailServer } from '../mail/smtp-server.ts';
import { startResendStandIn } from '../mail/resend-stand-in.ts';
import { servicesOn } from '../mail/services.ts';
import { startCommitProxy } from './commit-proxy.ts';
import { startCrashingPostgres } from './crashing-postgres.ts';
import { CrowdOfWorkers } from './crowd-of-workers.ts';
import { booksOf, judgeTaken, underWay } from './oracle.ts';
import { Random } from './random.ts';
import { moveClock, openShop, tellJoining } from './shop.ts';

export interface ChaosOptions {
  kills: number;
  /** Crashes of PostgreSQL. */
  crashes: number;
  /** COMMITs that reach the server and whose answer is lost. */
  commits: number;
  /** Customers; each is to get five letters. A tenth of them by SMTP, the others by a provider with keys. */
  customers: number;
  workers: number;
  seed: number;
  tell: (line: string) => void;
}

export interface ChaosReport {
  seed: number;
  kills: number;
  crashes: number;
  cut_commits: number;
  sends: number;
  /** Customers who did not come to the end, letters that reached nobody, acknowledged facts that are gone. */
  lost: number;
  advanced_twice: number;
  /** Letters that a reader got twice. */
  duplicates: number;
  /** Letters by SMTP whose fate is unknown; each is listed in the archive. */
  unknown: number;
  seconds: number;
}

const HOUR = 3_600_000;
/** Nothing was sent for so long after the last kill: what is not sent now never will be. */
const GIVE_UP_MS = 3 * 60_000;

/** Everything real: PostgreSQL, the queue, an SMTP server, worker processes; and everything breaks, again and again. */
export async function chaos({
  kills,
  crashes,
  commits,
  customers,
  workers,
  seed,
  tell,
}: ChaosOptions): Promise<ChaosReport> {
  const began = performance.now();
  const random = new Random(seed);
  await using resend = await startResendStandIn();
  await using smtp = await startMailServer();
  await using postgres = await startCrashingPostgres();
  await using services = servicesOn(postgres.url);
  const shops = [
    { id: await openShop(services, 'resend'), customers: customers - Math.floor(customers / 10) },
    { id: await openShop(services, 'smtp'), customers: Math.floor(customers / 10) },
  ] as const;
  await using proxy = await startCommitProxy(postgres.url);
  await using crowd = new CrowdOfWorkers(workers, [proxy.url, resend.url, smtp.url], random);
  await crowd.ready(1);
  tell(`${workers} workers, ${customers} customers, seed ${seed}`);

  const telling = Promise.all(shops.map((shop) => tellJoining(services, shop.id, shop.customers)));
  const stop = new AbortController();
  const clocks = goThroughTime(stop.signal, () => Promise.all(shops.map(({ id }) => moveClock(services, id, HOUR))));

  while (crowd.kills < kills) {
    await crowd.ready(Math.ceil(workers * 0.6)); // most of them must live long enough to be in the middle of something
    await pause(random.between(50, 250));
    crowd.kill();
    while (proxy.cut + proxy.pending < (crowd.kills / kills) * commits) proxy.cutNext();
    if (postgres.crashes < Math.floor((crowd.kills / kills) * crashes)) await postgres.crash();
    if (crowd.kills % 10 === 0) crowd.freeze(random.between(1000, 8000));
    if (crowd.kills % 50 === 0)
      tell(
        `${crowd.kills} kills, ${postgres.crashes} crashes, ${proxy.cut} cut commits, ${resend.accepted.size} letters`,
      );
  }
  await telling;
  while (proxy.cut < commits && proxy.pending > 0) await pause(50);
  tell('the last kill; the rest is to come to its end');
  let last = { sends: -1, at: performance.now() };
  for (let left = 1; left > 0 && performance.now() - last.at < GIVE_UP_MS;) {
    left = 0;
    for (const { id } of shops) left += await underWay(services, id);
    const sends = resend.accepted.size + smtp.taken.length;
    if (sends !== last.sends) last = { sends, at: performance.now() };
    if (left > 0) await pause(500);
  }
  stop.abort();
  await clocks;

  const [keyedBooks, postedBooks] = await Promise.all([
    booksOf(services, shops[0].id, shops[0].customers),
    booksOf(services, shops[1].id, shops[1].customers),
  ]);
  const keyed = judgeTaken(
    [...resend.accepted.values()].map(({ to, subject }) => `${to.join()} ${subject}`),
    shops[0].customers,
  );
  const posted = judgeTaken(
    smtp.taken.map(({ to, raw }) => `${to.join()} ${subjectOf(raw)}`),
    shops[1].customers,
  );
  const { unknown } = postedBooks;
  return {
    seed,
    kills: crowd.kills,
    crashes: postgres.crashes,
    cut_commits: proxy.cut,
    sends: resend.accepted.size + smtp.taken.length,
    lost:
      keyedBooks.unfinished +
      postedBooks.unfinished +
      keyed.missing +
      keyedBooks.unknown +
      Math.max(0, posted.missing - unknown),
    advanced_twice: keyedBooks.advancedTwice + postedBooks.advancedTwice,
    duplicates: keyed.duplicates + posted.duplicates,
    unknown,
    seconds: Math.round((performance.now() - began) / 1000),
  };
}

/** An hour of the shop's time passes in a moment, until it is told to stop. */
async function goThroughTime(signal: AbortSignal, step: () => Promise<unknown>): Promise<void> {
  while (!signal.aborted) {
    await pause(400);
    await step();
  }
}

const subjectOf = (raw: Buffer): string => /^Subject: (.*)$/im.exec(raw.toString('latin1'))?.[1]?.trim() ?? '';
