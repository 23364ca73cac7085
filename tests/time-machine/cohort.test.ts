import type { CohortLine } from '@tabiji/shared/api/cohort.ts';
import type { Fact } from '@tabiji/shared/api/facts.ts';
import { ReplayCohort } from '@tabiji/shared/api/cohort.ts';
import type { Trace } from '@tabiji/shared/api/trace.ts';
import { runCohort, type Sampling } from '@tabiji/server/simulation/cohort/run-cohort.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { expect, test } from 'vitest';
import { branch, journey, mail, wait } from '../support/build.ts';
import { createWorld, type World } from '../support/world.ts';
import { tryOut } from './try-out.ts';

const bought = { orders: 'count' as const, op: 'gte' as const, value: 2 };
const drawn = (days: string, ...more: ReturnType<typeof mail>[]) =>
  journey(
    { on: { on: 'first_purchase' } },
    mail('hello'),
    wait(days),
    branch(bought, [mail('again')], [mail('miss')]),
    ...more,
  );

async function replay(
  world: World,
  journeyId: number,
  asked: ReplayCohort,
  sampling?: Sampling,
): Promise<CohortLine[]> {
  const lines: CohortLine[] = [];
  const { db, config } = world.services;
  for await (const line of runCohort(db, world.workspaceId, journeyId, {
    asked: ReplayCohort.parse(asked),
    url: config.url,
    ...(sampling && { sampling }),
  }))
    lines.push(line);
  return lines;
}

const PEOPLE = 120;

test('last month’s first buyers go through a draft, beside the published version', async () => {
  await using world = await createWorld({ at: '2026-03-20T10:00:00+09:00' });
  await world.receive(buyers(PEOPLE), { startJourneys: false });
  await world.install(['extra']);
  const { id } = await world.publish(drawn('P3D'));
  const lines = await replay(world, id, { graph: drawn('P7D', mail('extra')) });
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
});

/** First buyers of February, one in three of whom buys again five days later and one in four has looked before. */
const buyers = (count: number): Fact[] =>
  Array.from({ length: count }, (_, i): Fact[] => {
    const customer = `c${i}`;
    const at = (day: number) => new Date(boughtAt(i) + day * 86_400_000).toISOString();
    return [
      { type: 'identify', customer, ...(i % 10 === 0 ? {} : { email: `${customer}@example.com` }) },
      { type: 'order', id: `a${i}`, customer, at: at(0), amount: 1000 },
      ...(i % 3 === 0 ? [{ type: 'order' as const, id: `b${i}`, customer, at: at(5), amount: 1000 }] : []),
      ...(i % 4 === 0 ? [{ type: 'track' as const, id: `l${i}`, customer, at: at(4), event: 'looked' }] : []),
    ];
  }).flat();

const boughtAt = (i: number) => Date.parse('2026-02-01T12:00:00+09:00') + (i % 20) * 86_400_000 + (i % 977) * 61_000;

const UNTIL = '2026-05-30T00:00:00+09:00';

/** What many single simulations come to. */
function summed(traces: readonly Trace[]) {
  const sums = { entered: 0, ended: {}, letters: {}, ways: {} };
  const add = (counts: Record<string, number>, key: string) => (counts[key] = (counts[key] ?? 0) + 1);
  for (const { rows } of traces)
    for (const row of rows) {
      if (row.kind === 'entered') sums.entered++;
      if (row.kind === 'ended') add(sums.ended, row.reason ?? '');
      if (row.kind === 'mail' && row.state === 'sent') add(sums.letters, row.template);
      if (row.kind === 'step' && row.outcome === 'leave') add(sums.ways, `${row.node} ${row.port}`);
    }
  return sums;
}

const waysOf = (edges: CohortLine['draft']['edges']) =>
  Object.fromEntries(
    Object.entries(edges).flatMap(([node, ports]) =>
      Object.entries(ports).map(([port, { people }]) => [`${node} ${port}`, people]),
    ),
  );

test.each([30, 130])('a replay of %i people is as many single simulations', async (people) => {
  await using world = await createWorld({ at: '2026-03-20T10:00:00+09:00' });
  await world.rules({
    quietHours: { from: '21:00', to: '09:00' },
    cap: { limits: [{ letters: 1, days: 2 }], exempt: [] },
  });
  await world.receive(buyers(people), { startJourneys: false });
  const graph: JourneyGraph = journey(
    {
      on: { on: 'first_purchase' },
      settings: { goal: { event: 'looked', op: 'gte', value: 1, since: 'entered' } },
    },
    mail('hello'),
    wait('P1D'),
    mail('more'),
    wait('P7D', '22:00'),
    branch(bought, [mail('again')], [mail('miss')]),
  );
  const { id } = await world.publish(graph);
  const last = (await replay(world, id, { graph, until: UNTIL })).at(-1)!;
  const customers = await world.query<{ id: number; at: Date }>(
    'select customer_id as id, min(at) as at from shop_order group by customer_id',
  );
  const traces: Trace[] = [];
  for (const customer of customers)
    traces.push(
      await tryOut(world, {
        graph,
        journey: id,
        customer: { id: customer.id },
        enterAt: customer.at.toISOString(),
        until: UNTIL,
      }),
    );
  const expected = summed(traces);
  expect(expected.entered).toBe(people);
  for (const side of [last.draft, last.published!])
    expect({ entered: side.entered, ended: side.ended, letters: side.letters, ways: waysOf(side.edges) }).toEqual(
      expected,
    );
});

test('more people than can be run are sampled: it says so, and the sample is the same every time', async () => {
  await using world = await createWorld({ at: '2026-03-20T10:00:00+09:00' });
  await world.receive(buyers(90), { startJourneys: false });
  const { id } = await world.publish(drawn('P3D'));
  const asked = { graph: drawn('P7D'), compare: false };
  const whole = (await replay(world, id, asked)).at(-1)!;
  const sampling = { most: 60, sample: 30 };
  const [last, again] = [
    (await replay(world, id, asked, sampling)).at(-1)!,
    (await replay(world, id, asked, sampling)).at(-1)!,
  ];
  expect(last).toMatchObject({ done: true, people: 90, sampled: 30, run: 30 });
  expect(last.error).toBeCloseTo(0.98 / Math.sqrt(30));
  expect(last.draft.entered).toBe(90); // 30 people, each of whom stands for three
  expect(last.draft).toEqual(again.draft);
  const share = ({ edges }: CohortLine['draft']) => (edges['branch1']?.['yes']?.people ?? 0) / 90;
  expect(share(last.draft)).not.toBe(0);
  expect(Math.abs(share(last.draft) - share(whole.draft))).toBeLessThanOrEqual(last.error!);
  expect(whole).toMatchObject({ sampled: null, error: null, run: 90 });
});
