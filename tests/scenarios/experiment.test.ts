import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { judgeExperiments } from '@tabiji/server/experiments/judge.ts';
import { standingOf } from '@tabiji/server/experiments/standing.ts';
import { expect, test } from 'vitest';
import { called, journey, mail, node } from '../support/build.ts';
import { ada, crowd, person } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const signedUp = { on: 'event' as const, event: 'signed_up' };
const goal = { orders: 'count', op: 'gte', value: 1 };
const graph = (more: Record<string, unknown> = {}) =>
  journey(
    { on: signedUp },
    called(
      'x',
      node(
        'experiment',
        {
          arms: [
            { port: 'a', weight: 1 },
            { port: 'b', weight: 1 },
          ],
          goal,
          within: 'P7D',
          then: 'winner',
          minimum: 30,
          salt: 's',
          ...more,
        },
        { a: [mail('a')], b: [mail('b')] },
      ),
    ),
  );
const judge = (world: World) => judgeExperiments(world.services.db, world.workspaceId);
const standing = (world: World, journeyId: number) =>
  inWorkspace(world.services.db, world.workspaceId, (trx, here) => standingOf(trx, here, { journeyId, node: 'x' }));
const wayOf = async (world: World) =>
  new Map(
    (
      await world.query<{ id: string; port: string }>(
        'select c.external_id as id, h.port from choice h join customer c on c.id = h.customer_id',
      )
    ).map(({ id, port }) => [id, port]),
  );

test('it cannot tell, until it can; then newcomers take the better way', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(graph());
  const people = crowd(200);
  await world.tell(people.flatMap((who) => world.facts.event(who, 'signed_up')));
  const ways = await wayOf(world);
  await judge(world);
  expect(await standing(world, id)).toMatchObject({
    verdict: { kind: 'undecided', because: 'too_few' },
    decidedAt: null,
  });
  await world.travel('P1D');
  const buyers = people.filter(({ customer }) => ways.get(customer) === 'b').slice(0, 60);
  const some = people.filter(({ customer }) => ways.get(customer) === 'a').slice(0, 10);
  await world.tell([...buyers, ...some].flatMap((who) => world.facts.order(who)));
  await judge(world);
  expect((await standing(world, id)).ways.map(({ judged }) => judged)).toEqual([0, 0]); // their time is not over
  await world.travel('P7D');
  await judge(world);
  const shown = await standing(world, id);
  expect(shown).toMatchObject({ verdict: { kind: 'decided', winner: 'b' }, ways: [{ met: 10 }, { met: 60 }] });
  const late = Array.from({ length: 20 }, (_, i) => person(`late${i}`));
  await world.tell(late.flatMap((who) => world.facts.event(who, 'signed_up')));
  for (const who of late) expect(await world.letters.templatesTo(who)).toEqual(['b']);
});

test('the goal counts between the choice and the end of the time, not before and not after', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(graph());
  const [before, within, after, never] = ['before', 'within', 'after', 'never'].map((name) => person(name));
  await world.order(before!);
  for (const who of [before!, within!, after!, never!]) await world.event(who, 'signed_up');
  await world.travel('P3D');
  await world.order(within!);
  await world.travel('P5D');
  await world.order(after!);
  await judge(world);
  const met = await world.query<{ id: string }>(
    'select c.external_id as id from choice h join customer c on c.id = h.customer_id where met',
  );
  expect(met).toEqual([{ id: 'within' }]);
  expect((await standing(world, id)).ways.reduce((sum, { judged }) => sum + judged, 0)).toBe(4);
});

test('judging twice, and by two workers at once, judges everybody once', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(graph());
  await world.tell(crowd(700).flatMap((who) => world.facts.event(who, 'signed_up')));
  await world.travel('P8D');
  await Promise.all([judge(world), judge(world)]);
  await judge(world);
  expect((await standing(world, id)).ways.reduce((sum, { judged }) => sum + judged, 0)).toBe(700);
});

test('where nothing is compared there is nothing to see', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(journey({ on: signedUp }, called('x', mail('a'))));
  await world.event(ada, 'signed_up');
  await expect(standing(world, id)).rejects.toThrow('compares nothing');
});
