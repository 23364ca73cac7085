import { nodeChanges } from '@tabiji/shared/journey/publish-plan.ts';
import { EVERY_FACT, type Interest } from '@tabiji/server/engine/interest.ts';
import { ingest } from '@tabiji/server/events/ingest.ts';
import { expect } from 'vitest';
import { createWorld, type World } from '../support/world.ts';
import { chooser, randomFacts, randomJourney, randomSegments } from './random-shop.ts';

/**
 * One random shop twice: in one every fact is followed for every customer, in the other only those that what is live
 * asks about. Told the same, all rows are the same after each telling and what follows at once.
 */
export async function compareShops(seed: number): Promise<void> {
  await using wide = await createWorld();
  await using narrow = await createWorld();
  const pick = chooser(seed);
  const both = async (act: (world: World) => Promise<unknown>) => {
    await act(wide);
    await act(narrow);
  };
  for (const { key, condition } of randomSegments(pick)) await both((world) => world.segment(key, condition));
  const graphs = [0, 1, 2, 3].map((i) => randomJourney(pick, `journey ${i}`));
  const open = new Map<World, Awaited<ReturnType<World['publish']>>[]>();
  await both(async (world) => open.set(world, await inTurn(graphs, (graph) => world.publish(graph))));
  for (let number = 0; number < 12; number++) {
    const facts = randomFacts(pick, number);
    const startJourneys = pick.chance(0.9);
    const tell = (world: World, interest?: Interest) =>
      world.services.inStore(world.workspaceId, (store, here) =>
        ingest(store, here, facts, { startJourneys, ...(interest ? { interest } : {}) }),
      );
    await tell(wide, EVERY_FACT);
    await tell(narrow);
    await both((world) => world.settle()); // who has just entered with their goal met leaves by their first pass
    expect(await rowsOf(narrow), `seed ${seed}, telling ${number}`).toEqual(await rowsOf(wide));
    if (pick.chance(0.5)) {
      const by = pick.one(['PT1H', 'P1D', 'P2D']);
      await both((world) => world.travel(by));
    }
    if (pick.chance(0.15)) {
      const [which, next] = [pick.upTo(3), randomJourney(pick, `journey ${number} again`)];
      const changes = nodeChanges(graphs[which]!, next).map(
        ({ node }) => [node, pick.one(['finish', 'exit'] as const)] as const,
      );
      graphs[which] = next;
      await both((world) => open.get(world)![which]!.republish(next, Object.fromEntries(changes)));
    }
  }
  expect(await rowsOf(narrow), `seed ${seed}, at the end`).toEqual(await rowsOf(wide));
}

async function inTurn<T, R>(list: readonly T[], make: (one: T) => Promise<R>): Promise<R[]> {
  const made: R[] = [];
  for (const one of list) made.push(await make(one));
  return made;
}

/** Everything that ingest writes, but for numbers that differ from one workspace to the next. */
const ROWS = {
  customers: `
    select external_id, order_count, order_amount, first_order_at, last_order_at, attributes, time_zone from customer`,
  events: `select c.external_id, e.name, e.at, e.properties from event e join customer c on c.id = e.customer_id`,
  orders: `
    select c.external_id as customer, o.external_id, o.at, o.amount, o.refunded, o.status, o.counted, o.has_counted
      from shop_order o join customer c on c.id = o.customer_id`,
  members: `
    select c.external_id, s.key, m.since
      from segment_member m join segment s on s.id = m.segment_id join customer c on c.id = m.customer_id`,
  timers: `
    select c.external_id, t.at, t.kind, coalesce(s.key, split_part(split_part(t.ref, '.', 2), ':', 1)) as ref
      from timer t join customer c on c.id = t.customer_id
      left join segment s on t.kind = 'segment' and s.id::text = t.ref`,
  enrollments: `
    select c.external_id, v.graph ->> 'name' as journey, e.version, e.visit, e.node, e.port, e.due_at, e.listens, e.entered_at,
           e.ended_at, e.exit_reason, e.error
      from enrollment e join customer c on c.id = e.customer_id
      join journey_version v on v.journey_id = e.journey_id and v.version = e.version`,
  diary: `
    select c.external_id, v.graph ->> 'name' as journey, d.visit, d.at, d.steps
      from diary d join enrollment e on e.id = d.enrollment_id join customer c on c.id = e.customer_id
      join journey_version v on v.journey_id = e.journey_id and v.version = e.version`,
};

async function rowsOf({ query }: World): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const [name, statement] of Object.entries(ROWS))
    rows[name] = (await query(statement)).map((row) => JSON.stringify(row)).toSorted();
  return rows;
}
