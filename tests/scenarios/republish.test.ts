import { advance } from '@tabiji/server/engine/advance.ts';
import { ALL_SHARDS } from '@tabiji/server/engine/shards.ts';
import { expect, test } from 'vitest';
import { called, exit, journey, mail, wait } from '../support/build.ts';
import { ada, ben, crowd } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const on = { on: 'event' as const, event: 'joined' };
const long = journey({ on }, called('pause', wait('P10D', '10:00')), mail('offer'));
const short = journey({ on }, called('pause', wait('P3D', '10:00')), mail('offer'));

const begun = async () => {
  const world = await createWorld();
  const drawn = await world.publish(long);
  await world.event(ada, 'joined');
  await world.travel('P5D');
  return { world, drawn };
};

test('without a word about the people at a changed node nothing is published', async () => {
  const { world, drawn } = await begun();
  await using _ = world;
  await expect(drawn.republish(short)).rejects.toMatchObject({
    code: 'refused',
    field: 'plan',
    details: [{ node: 'pause', people: 1, choices: ['keep', 'recount', 'finish', 'move', 'exit'] }],
  });
  expect(await world.query('select version from journey')).toEqual([{ version: 1 }]);
  await expect(drawn.republish(short, { pause: { move: 'nowhere' } })).rejects.toThrow('has no node nowhere');
});

test('the preview counts by the code that publishes', async () => {
  const { world, drawn } = await begun();
  await using _ = world;
  await world.event(ben, 'joined');
  const { nodes, goOn, finishing, version } = await drawn.preview(short);
  expect({ nodes, goOn, finishing, version }).toMatchObject({
    version: 2,
    goOn: 0,
    finishing: 0,
    nodes: [
      {
        node: 'pause',
        change: 'changed',
        people: 2,
        choices: [
          { choice: 'keep', actAtOnce: 0 },
          { choice: 'recount', actAtOnce: 1 },
          { choice: 'finish', actAtOnce: 0 },
          { choice: 'move', actAtOnce: 2 },
          { choice: 'exit', actAtOnce: 0 },
        ],
      },
    ],
  });
});

test.each([
  ['keep', '2026-03-12 10:00'],
  ['finish', '2026-03-12 10:00'],
  ['recount', '2026-03-07 10:00'],
] as const)('%s: the letter comes at %s', async (choice, at) => {
  const { world, drawn } = await begun();
  await using _ = world;
  await drawn.republish(short, { pause: choice });
  await world.settle();
  await world.travel('P10D');
  expect(await world.letters.datesTo(ada)).toEqual([[at, 'offer']]);
  const version = choice === 'finish' ? 1 : 2;
  expect(await world.query('select version from enrollment')).toEqual([{ version }]);
});

test('to another node, or out', async () => {
  const { world, drawn } = await begun();
  await using _ = world;
  await world.event(ben, 'joined');
  const without = journey({ on }, mail('offer'), called('rest', wait('P1D')), mail('more'), exit('done'));
  expect((await drawn.preview(without)).nodes[0]?.choices.map(({ choice }) => choice)).toEqual([
    'finish',
    'move',
    'exit',
  ]);
  await drawn.republish(without, { pause: { move: 'rest' } });
  await world.settle();
  await world.travel('P2D');
  expect(await world.letters.templatesTo(ada)).toEqual(['more']);
  await world.event(crowd(1)[0]!, 'joined');
  await drawn.republish(long, { rest: 'exit' });
  await world.settle();
  expect(await world.query(`select exit_reason as reason from enrollment order by id`)).toEqual([
    { reason: 'done' },
    { reason: 'done' },
    { reason: 'republished' },
  ]);
});

test('whoever finishes by an old version is left alone by later ones', async () => {
  const { world, drawn } = await begun();
  await using _ = world;
  await drawn.republish(short, { pause: 'finish' });
  expect(await drawn.preview(long)).toMatchObject({ nodes: [], finishing: 1 });
  await drawn.republish(long, {});
  await world.travel('P10D');
  expect(await world.letters.datesTo(ada)).toEqual([['2026-03-12 10:00', 'offer']]);
});

test.each([
  ['keep', 'old'],
  ['recount', 'new'],
] as const)('a letter that has not gone yet, %s: %s', async (choice, template) => {
  await using world = await createWorld();
  const drawn = await world.publish(journey({ on }, mail('old', 'm'), wait('P1D')));
  await world.receive(world.facts.event(ada, 'joined'));
  await advance(world.services.inStore, world.workspaceId, ALL_SHARDS);
  await drawn.republish(journey({ on }, mail('new', 'm'), wait('P1D')), { m: choice });
  await world.settle();
  await world.drain();
  expect(await world.letters.templatesTo(ada)).toEqual([template]);
});
