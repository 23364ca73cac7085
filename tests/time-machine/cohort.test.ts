import type { CohortLine } from '@tabiji/shared/api/cohort.ts';
import type { Fact } from '@tabiji/shared/api/facts.ts';
import { ReplayCohort } from '@tabiji/shared/api/cohort.ts';
import { runCohort } from '@tabiji/server/simulation/cohort/run-cohort.ts';
import { expect, test } from 'vitest';
import { branch, journey, mail, wait } from '../support/build.ts';
import { createWorld, type World } from '../support/world.ts';

const bought = { orders: 'count' as const, op: 'gte' as const, value: 2 };
const drawn = (days: string, ...more: ReturnType<typeof mail>[]) =>
  journey(
    { on: { on: 'first_purchase' } },
    mail('hello'),
    wait(days),
    branch(bought, [mail('again')], [mail('miss')]),
    ...more,
  );

async function replay(world: World, journeyId: number, asked: ReplayCohort): Promise<CohortLine[]> {
  const lines: CohortLine[] = [];
  const { db, config } = world.services;
  for await (const line of runCohort(db, world.workspaceId, journeyId, {
    asked: ReplayCohort.parse(asked),
    url: config.url,
  }))
    lines.push(line);
  return lines;
}

const PEOPLE = 120;

test('last month’s first buyers go through a draft, beside the published version', async () => {
  await using world = await createWorld({ at: '2026-03-20T10:00:00+09:00' });
  const facts = Array.from({ length: PEOPLE }, (_, i): Fact[] => {
    const customer = `c${i}`;
    const at = (day: number) => new Date(Date.parse('2026-02-01T12:00:00+09:00') + day * 86_400_000).toISOString();
    return [
      { type: 'identify', customer, ...(i % 10 === 0 ? {} : { email: `${customer}@example.com` }) },
      { type: 'order', id: `a${i}`, customer, at: at(i % 20), amount: 1000 },
      ...(i % 3 === 0 ? [{ type: 'order' as const, id: `b${i}`, customer, at: at((i % 20) + 5), amount: 1000 }] : []),
    ];
  });
  await world.receive(facts.flat(), { startJourneys: false });
  await world.install(['extra']);
  const { id } = await world.publish(drawn('P3D'));
  const cpu = process.cpuUsage();
  const lines = await replay(world, id, { graph: drawn('P7D', mail('extra')) });
  const { user, system } = process.cpuUsage(cpu);
  const used = (user + system) / 1000;
  const last = lines.at(-1)!;
  expect(last).toMatchObject({ done: true, people: PEOPLE, run: PEOPLE, sampled: null, error: null });
  const repeaters = PEOPLE / 3;
  expect(last.draft).toMatchObject({ entered: PEOPLE, inside: 0, ended: { completed: PEOPLE } });
  expect(last.draft.edges['branch1']).toMatchObject({ yes: { people: repeaters }, no: { people: PEOPLE - repeaters } });
  expect(last.published?.edges['branch1']).toMatchObject({ no: { people: PEOPLE } });
  expect(last.draft.mails).toMatchObject({ sent: PEOPLE * 0.9 * 3, skipped: PEOPLE * 0.1 * 3 });
  expect(last.published?.mails.sent).toBe(PEOPLE * 0.9 * 2);
  expect(last.draft.perDay.reduce((sum, { sent }) => sum + sent, 0)).toBe(last.draft.mails.sent);
  expect(last.draft.perDay[0]!.date).toBe('2026-02-02'); // on the 1st nobody with an address came
  process.stdout.write(`${(used / PEOPLE / 2).toFixed(2)} ms of the processor per person and version\n`);
});
