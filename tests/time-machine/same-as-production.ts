import { Simulate } from '@tabiji/shared/api/simulate.ts';
import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { Step } from '@tabiji/shared/engine/walk.ts';
import { inSnapshot } from '@tabiji/server/simulation/in-snapshot.sql.ts';
import { runOne } from '@tabiji/server/simulation/one/run-one.ts';
import { recordsOf, type Records } from '@tabiji/server/simulation/past/records.sql.ts';
import { loadScene } from '@tabiji/server/simulation/scene/load-scene.ts';
import { reachableFrom, type JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Trigger } from '@tabiji/shared/journey/triggers.ts';
import { expect } from 'vitest';
import { GraphMaker } from '../simulation/generate/graph.ts';
import { story, type Telling } from '../simulation/generate/story.ts';
import { Random } from '../simulation/random.ts';
import { BEGINNINGS, QUIET, ZONES } from '../simulation/world/begin.ts';
import { createWorld, type World } from '../support/world.ts';

/**
 * A random journey and a random history, lived through by the workers of production on PostgreSQL with a clock that is
 * moved, and then each passage once more by the time machine from what PostgreSQL kept: every pass, instant, mail and
 * end is the same. @returns how many passages were compared
 */
export async function compareSeed(seed: number): Promise<number> {
  const random = new Random(seed);
  const at = Date.parse(random.pick(BEGINNINGS));
  await using world = await createWorld({ at: new Date(at).toISOString(), zone: random.pick(ZONES) });
  await world.rules(rulesOf(random));
  await world.segment('regulars', { orders: 'count', op: 'gte', value: 2 });
  const made = new GraphMaker(random).make('One');
  const graph = { ...reached(made), settings: { ...made.settings, reentry: 'once' as const } };
  const { id } = await world.publish(graph);
  const tellings = story(random, at).toSorted((a, b) => a.after - b.after);
  // The clock stands while nothing happens: what has the same millisecond would otherwise have passes in between.
  for (const [after, together] of Map.groupBy(tellings, (one) => one.after)) {
    if (at + after > (await world.now())) await world.travelTo(new Date(at + after).toISOString());
    await world.tell(together.flatMap(({ facts }) => facts).map(inTime));
  }
  await world.travel('P30D');
  const passages = await world.query<Passage>(
    `select e.id, e.customer_id, e.entered_at, e.entered_by, c.external_id from enrollment e join customer c on c.id = e.customer_id order by e.id`,
  );
  for (const passage of passages) {
    const real = await lived(world, passage.id);
    const simulated = await simulatedOf(world, { passage, graph, journey: id, tellings, at });
    expect(simulated, `seed ${seed}, customer ${passage.external_id}`).toEqual(real);
  }
  return passages.length;
}

/** Without nodes that no path leads to, such as those behind a way back: publishing refuses them. */
function reached(graph: JourneyGraph): JourneyGraph {
  const ids = reachableFrom(graph, graph.start);
  return { ...graph, nodes: Object.fromEntries(Object.entries(graph.nodes).filter(([id]) => ids.has(id))) };
}

function rulesOf(random: Random) {
  return {
    ...(random.chance(0.4) ? { quietHours: random.pick(QUIET) } : {}),
    ...(random.chance(0.3) ? { cap: { limits: [{ letters: 1, days: random.int(1, 3) }], exempt: [] } } : {}),
    ...(random.chance(0.2) ? { maxAge: 'P2D' } : {}),
  };
}

const NO_NAMES = { template: () => undefined, segment: () => undefined };

interface Passage {
  id: number;
  customer_id: number;
  external_id: string;
  entered_at: Date;
  entered_by: string;
}

/** Nothing is told late: when a late fact was told is not kept. */
const inTime = (fact: Fact): Fact => {
  if (fact.type !== 'track') return fact;
  const { at: _at, ...rest } = fact;
  return rest;
};

type Line = [at: number, what: string, ...more: unknown[]];

/** What production wrote down of a passage. */
async function lived(world: World, id: number): Promise<Line[]> {
  const diary = await world.query<{ at: Date; steps: Step[] }>(
    'select at, steps from diary where enrollment_id = $1 order by visit',
    [id],
  );
  const mails = await world.query<{
    at: Date;
    node: string;
    state: string;
    because: string | null;
    text: string | null;
  }>(
    `select m.at, m.node, m.state, m.because, l.plain as text from message m left join letter l on l.id = m.id
      where m.enrollment_id = $1 order by m.at, m.id`,
    [id],
  );
  return sorted([
    ...diary.flatMap(({ at, steps }) => steps.map((step): Line => [at.getTime(), 'step', ...full(step)])),
    ...mails.map((row): Line => [row.at.getTime(), 'mail', row.node, row.state, row.because, row.text]),
  ]);
}

const full = ([node, outcome, name, until, why]: Step) => [node, outcome, name, until ?? null, why ?? null];

/** Steps and mails apart, each in its order: at one instant a mail and the step it sets off have no order in rows. */
const sorted = (lines: Line[]): Line[] => [
  ...lines.filter(([, what]) => what === 'step'),
  ...lines.filter(([, what]) => what === 'mail'),
];

interface Around {
  passage: Passage;
  graph: JourneyGraph;
  journey: number;
  tellings: readonly Telling[];
  at: number;
}

/** The same passage in the time machine. Attributes have no history in the database, so theirs is told here. */
async function simulatedOf(world: World, { passage, graph, journey, tellings, at }: Around): Promise<Line[]> {
  const enterAt = passage.entered_at.getTime();
  const own = tellings.flatMap(({ after, facts }) =>
    facts.flatMap((fact) =>
      fact.type === 'identify' && fact.customer === passage.external_id ? [{ at: at + after, fact }] : [],
    ),
  );
  const inject = own
    .filter((one) => one.at > enterAt)
    .map(({ at: when, fact: { customer: _customer, ...fact } }) => ({
      do: 'tell' as const,
      at: new Date(when).toISOString(),
      fact,
    }));
  const end = new Date(await world.now()).toISOString();
  const asked = Simulate.parse({
    graph,
    journey,
    customer: { id: passage.customer_id },
    enterAt: passage.entered_at.toISOString(),
    inject,
    until: end,
  });
  const { scene, records } = await inSnapshot(world.services.db, world.workspaceId, async (trx, here) => ({
    scene: await loadScene(trx, here, graph, journey),
    records: (await recordsOf(trx, here.id, [passage.customer_id])).get(passage.customer_id)!,
  }));
  const { triggers } = graph.nodes[graph.start]!.config as { triggers: Trigger[] };
  const trace = await runOne({
    asked,
    scene,
    someone: {
      records: asOf(
        records,
        own.filter((one) => one.at <= enterAt).map(({ fact }) => fact),
      ),
    },
    trigger: triggers[0]!,
    enterAt,
    until: Date.parse(end),
    names: { ja: NO_NAMES, en: NO_NAMES },
    url: world.services.config.url,
  });
  expect(trace.problems).toEqual([]);
  return sorted(
    trace.rows.flatMap((row): Line[] => {
      const when = Date.parse(row.at);
      if (row.kind === 'step') {
        if (row.outcome === 'sleep' && row.steps.length > 0) expect(row.steps.at(-1)!.to).toBe(Date.parse(row.until!));
        const until = row.until === null ? null : Date.parse(row.until);
        return [[when, 'step', row.node, row.outcome, row.port, until, row.why]];
      }
      if (row.kind !== 'mail') return [];
      const text = row.mail === null ? null : trace.mails[row.mail]!.text;
      return [[when, 'mail', row.node, row.state, row.because, text]];
    }),
  );
}

/** The customer as the tellings until the entry had made them. */
function asOf(records: Records, told: readonly Extract<Fact, { type: 'identify' }>[]): Records {
  const known = Object.assign({}, ...told) as Extract<Fact, { type: 'identify' }>;
  const attributes = Object.assign(
    {},
    ...told.map((fact) => fact.attributes ?? {}),
  ) as Records['customer']['attributes'];
  const customer = {
    ...records.customer,
    email: known.email ?? null,
    last_name: known.lastName ?? null,
    time_zone: known.timeZone ?? null,
    attributes,
  };
  return { ...records, customer };
}

/** So many seeds from one on. @returns how many passages were compared */
export async function compareSeeds(first: number, count: number): Promise<number> {
  let passages = 0;
  for (let seed = first; seed < first + count; seed++) passages += await compareSeed(seed);
  return passages;
}
