import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { isHeldOutEverywhere } from '@tabiji/server/engine/holdout.ts';
import { judgeExperiments } from '@tabiji/server/experiments/judge.ts';
import { comparisonReport } from '@tabiji/server/reports/comparisons.ts';
import { ComparisonReport } from '@tabiji/shared/api/reports.ts';
import { expect, test } from 'vitest';
import { exit, journey, mail, node } from '../support/build.ts';
import { crowd } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const visited = { on: 'event' as const, event: 'visited' };
const reported = (world: World) => inWorkspace(world.services.db, world.workspaceId, comparisonReport);
const PEOPLE = crowd(600);

/** Everybody visits at once; those whose number `buys` says buy for 3000 two days later; five weeks pass. */
async function live(world: World, buys: (at: number) => boolean): Promise<void> {
  await world.tell(PEOPLE.flatMap((one) => world.facts.event(one, 'visited')));
  await world.travel('P2D');
  await world.tell(PEOPLE.flatMap((one, i) => (buys(i) ? world.facts.order(one) : [])));
  await world.travel('P35D');
}

test('who was kept out of all journeys is compared with the others, by what they bought', async () => {
  await using world = await createWorld();
  await world.rules({ holdout: 0.3 });
  await world.publish(journey({ name: '来店', on: visited }, mail('hello')));
  await world.tell(PEOPLE.flatMap((one) => world.facts.identify(one)));
  const known = await world.query<{ id: number; n: string }>(
    'select id::int, substr(external_id, 2) as n from customer',
  );
  const kept = await inWorkspace(world.services.db, world.workspaceId, (_trx, here) =>
    Promise.resolve(new Set(known.filter(({ id }) => isHeldOutEverywhere(id, here)).map(({ n }) => Number(n)))),
  );
  await live(world, (i) => (kept.has(i) ? i % 10 === 0 : i % 2 === 0));
  const { holdouts } = await reported(world);
  expect(holdouts.map(({ scope }) => scope)).toEqual(['everywhere', 'journey']);
  for (const one of holdouts) {
    const all = Array.from({ length: 600 }, (_, i) => i);
    const buyers = {
      kept: all.filter((i) => kept.has(i) && i % 10 === 0),
      treated: all.filter((i) => !kept.has(i) && i % 2 === 0),
    };
    expect(one.kept).toEqual({ people: kept.size, buyers: buyers.kept.length, revenue: 3000 * buyers.kept.length });
    expect(one.treated).toEqual({
      people: 600 - kept.size,
      buyers: buyers.treated.length,
      revenue: 3000 * buyers.treated.length,
    });
    expect(one.isEnough).toBe(true);
    const difference = buyers.treated.length / (600 - kept.size) - buyers.kept.length / kept.size;
    expect(one.conversion.difference).toBeCloseTo(difference, 10);
    expect(one.conversion.low).toBeGreaterThan(0);
    expect(one.conversion.high).toBeGreaterThan(difference);
    expect(one.perPerson.difference).toBeCloseTo(3000 * difference, 6);
  }
}, 120_000);

test('who was kept out at a node is compared; with few of them nothing is claimed', async () => {
  await using world = await createWorld();
  await world.publish(
    journey({ on: visited }, node('holdout', { percent: 5, salt: 's' }, { in: [mail('hello')], out: [exit('out')] })),
  );
  await live(world, (i) => i % 3 === 0);
  const { holdouts } = await reported(world);
  expect(holdouts).toHaveLength(1);
  expect(holdouts[0]).toMatchObject({ scope: 'node', node: 'holdout1', isEnough: false });
  expect(holdouts[0]!.kept.people + holdouts[0]!.treated.people).toBe(600);
}, 120_000);

test('an experiment says which way is ahead, by how much at least and at most, and what its mails did', async () => {
  await using world = await createWorld();
  const arms = [
    { port: 'a', weight: 50 },
    { port: 'b', weight: 50 },
  ];
  const goal = { orders: 'count', op: 'gte', value: 1, since: 'entered' };
  await world.publish(
    journey(
      { on: visited },
      node('experiment', { arms, goal, within: 'P14D', salt: 's' }, { a: [mail('one')], b: [mail('two')] }),
    ),
  );
  await world.tell(PEOPLE.flatMap((one) => world.facts.event(one, 'visited')));
  const fresh = await reported(world); // nobody is judged yet: as JSON knows it, or the page could not show it
  expect(ComparisonReport.parse(JSON.parse(JSON.stringify(fresh)))).toEqual(fresh);
  const chosen = new Map(
    (
      await world.query<{ n: string; port: string }>(
        'select substr(c.external_id, 2) as n, h.port from choice h join customer c on c.id = h.customer_id',
      )
    ).map(({ n, port }) => [Number(n), port]),
  );
  await world.tell(
    PEOPLE.flatMap((one, i) => ((chosen.get(i) === 'a' ? i % 2 : i % 9) === 0 ? world.facts.order(one) : [])),
  );
  await world.travel('P20D');
  await judgeExperiments(world.services.db, world.workspaceId);
  const { experiments } = await reported(world);
  const [experiment] = experiments;
  expect(experiment).toMatchObject({ verdict: 'decided', best: 'a' });
  const [a, b] = experiment!.ways;
  expect([a!.sent + b!.sent, a!.judged + b!.judged]).toEqual([600, 600]);
  expect(a!.behind).toBeNull();
  expect(b!.behind!.low).toBeGreaterThan(0);
  expect(b!.behind!.difference).toBeCloseTo(a!.met / a!.judged - b!.met / b!.judged, 10);
}, 120_000);
