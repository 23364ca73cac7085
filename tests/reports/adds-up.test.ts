import { journeyReport } from '@tabiji/server/reports/journey-report.ts';
import { mailReport } from '@tabiji/server/reports/mail-report.ts';
import { reportFile } from '@tabiji/server/reports/report-file.ts';
import { reportPeople } from '@tabiji/server/reports/people.sql.ts';
import { saveReportSettings } from '@tabiji/server/reports/settings.sql.ts';
import { GROUPS, type MailFigures, type ReportSettings, TOLD } from '@tabiji/shared/api/reports.ts';
import { localMillis } from '@tabiji/shared/time.ts';
import { expect, test } from 'vitest';
import { Random } from '../simulation/random.ts';
import { asIfLive, mergeAndErase } from './afterwards.ts';
import { eventfulShop } from './eventful-shop.ts';
import { readRows, recount } from './recount.ts';

const NAMES = [
  [
    'asked',
    'sent',
    'withheld',
    'failed',
    'unknown',
    'waiting',
    'reached',
    'bouncedHard',
    'bouncedSoft',
    'bouncedSender',
  ],
  [
    'untold',
    'opened',
    'machineOpened',
    'clicked',
    'machineClicked',
    'complained',
    'goals',
    'unsubscribed',
    'orders',
    'revenue',
  ],
].flat() as (keyof MailFigures)[];

const sum = (all: readonly Partial<MailFigures>[]): MailFigures =>
  Object.fromEntries(NAMES.map((name) => [name, all.reduce((n, one) => n + (one[name] ?? 0), 0)])) as MailFigures;

/** Nothing fails here, and the application's own mailbox tells of everything. */
const NEVER = new Set<keyof MailFigures>(['failed', 'unknown', 'untold']);

const only = (figures: MailFigures) => Object.fromEntries(NAMES.map((name) => [name, figures[name]]));

/** What has happened in any of the shops: a figure that is never more than 0 would be true of any report. */
const seen = sum([]);

test.each([1, 2, 3, 4])(
  'whatever happens in a shop, every sum of a report is that of the rows (seed %i)',
  async (seed) => {
    const random = new Random(seed);
    const { world, inIt } = await eventfulShop(random, 80);
    await using _ = world;
    await mergeAndErase(world, random);
    const settings: ReportSettings = { touch: seed === 2 ? 'clicked' : 'sent', days: random.int(2, 9) };
    await inIt((trx, here) => saveReportSettings(trx, here, settings));
    const zone = (await inIt((_trx, here) => Promise.resolve(here.zone))) as string;
    const dateOf = (at: number) => new Date(localMillis(at, zone)).toISOString().slice(0, 10);
    const counted = recount(await readRows(world.query), settings);
    expect(counted.length).toBeGreaterThan(10);

    Object.assign(seen, sum([seen, ...counted.map(({ figures }) => figures)]));

    const dates = counted.map(({ mail }) => dateOf(mail.asked)).toSorted();
    const cut = random.pick(dates);
    const whole = { from: dates[0]!, to: dates.at(-1)! };
    for (const period of [whole, { ...whole, from: cut }, { ...whole, to: cut }]) {
      const mine = counted.filter(({ mail }) => dateOf(mail.asked) >= period.from && dateOf(mail.asked) <= period.to);
      const want = sum(mine.map(({ figures }) => figures));
      expect(want.asked).toBe(want.sent + want.withheld + want.failed + want.unknown + want.waiting);
      for (const group of period === whole ? GROUPS : [random.pick(GROUPS)]) {
        const mails = await inIt((trx, here) => mailReport(trx, here, { ...period, group }));
        const journeys = await inIt((trx, here) => journeyReport(trx, here, { ...period, group }));
        const { total, mails: list, buckets, refusals } = mails as Awaited<ReturnType<typeof mailReport>>;
        const report = journeys as Awaited<ReturnType<typeof journeyReport>>;
        expect(total).toEqual(want);
        expect(sum(list.map(only))).toEqual(want);
        expect(sum(buckets.map((one) => one.mails))).toEqual(want);
        expect(report.mails).toEqual(want);
        expect(sum(report.journeys.map((one) => one.mails))).toEqual(want);
        expect(sum(report.buckets.map((one) => one.mails))).toEqual(want);
        expect(refusals.reduce((n, { mails: one }) => n + one, 0)).toBe(want.withheld + want.failed + want.unknown);
        for (const row of list) {
          const of = mine.filter(
            ({ mail }) => mail.journey === row.journeyId && mail.node === row.node && mail.template === row.template,
          );
          expect(only(row)).toEqual(sum(of.map(({ figures }) => figures)));
        }
        for (const bucket of group === 'day' ? buckets : [])
          expect(bucket.mails).toEqual(
            sum(mine.filter(({ mail }) => dateOf(mail.asked) === bucket.from).map(({ figures }) => figures)),
          );
      }
      for (const told of TOLD) {
        const { people } = (await inIt((trx, here) =>
          reportPeople(trx, here, { ...period, told, limit: 1000 }),
        )) as Awaited<ReturnType<typeof reportPeople>>;
        const bounced = want.bouncedHard + want.bouncedSoft + want.bouncedSender;
        expect([told, people.length]).toEqual([told, told === 'bounced' ? bounced : want[told]]);
      }
    }
    for (const { mail: one } of Array.from({ length: 4 }, () => random.pick(counted))) {
      const { journey, version, node } = one;
      const mine = counted.filter(
        ({ mail }) => mail.journey === journey && mail.version === version && mail.node === node,
      );
      const report = await inIt((trx, here) =>
        mailReport(trx, here, { ...whole, journey, version, node, group: 'month' }),
      );
      expect((report as Awaited<ReturnType<typeof mailReport>>).total).toEqual(sum(mine.map(({ figures }) => figures)));
    }
    const want = sum(counted.map(({ figures }) => figures));
    const file = (await inIt((trx, here) => reportFile(trx, here, { ...whole, group: 'day' }, 'en'))) as string;
    const columns = file
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').slice(4).map(Number));
    expect(columns.reduce((n, line) => n + line[0]!, 0)).toBe(want.asked);
    expect(columns.reduce((n, line) => n + line[1]!, 0)).toBe(want.sent);
    await asIfLive(world);
    const live = await inIt((trx, here) => mailReport(trx, { ...here, kind: 'live' }, { ...whole, group: 'month' }));
    expect((live as Awaited<ReturnType<typeof mailReport>>).total).toEqual(want);
    const [{ n: entered } = { n: -1 }] = await world.query<{ n: number }>('select count(*)::int as n from enrollment');
    const everything = (await inIt((trx, here) =>
      journeyReport(trx, here, { from: '2026-01-01', to: '2027-12-31', group: 'month' }),
    )) as Awaited<ReturnType<typeof journeyReport>>;
    expect(everything.passages.entered).toBe(entered);
  },
  300_000,
);

test('and everything that is counted has happened in one of them', () => {
  expect(NAMES.filter((name) => seen[name] === 0 && !NEVER.has(name))).toEqual([]);
});
