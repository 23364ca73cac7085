import { connect } from '@tabiji/server/db/connect.ts';
import { advance } from '@tabiji/server/engine/advance.ts';
import { pgStores } from '@tabiji/server/engine/pg-store.ts';
import { ALL_SHARDS } from '@tabiji/server/engine/shards.ts';
import { expect, test } from 'vitest';
import { called, journey, mail, wait } from '../support/build.ts';
import { ada } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const graph = journey(
  { on: { on: 'event', event: 'signed_up' } },
  called('first', wait('P1D')),
  called('rest', wait('P1D')),
  mail('two'),
);

interface Standing {
  node: string;
  port: string | null;
  asleep: boolean;
  error: string | null;
  ended: boolean;
  seconds: number;
}

const inTheGraph = (type: string, version: number) =>
  `update journey_version set graph = jsonb_set(graph::jsonb, '{nodes,rest}', graph::jsonb -> 'nodes' -> 'rest'
     || jsonb_build_object('type', '${type}', 'version', ${version}))`;

test.each([
  ['of a type this version does not know', 'teleport', 1],
  ['whose configuration a newer version has written', 'wait', 9],
])('who comes to a node %s is left to a newer worker, never parked or ended', async (_, type, version) => {
  await using world = await createWorld();
  await world.publish(graph);
  await world.query(inTheGraph(type, version));
  const standing = async () =>
    (
      await world.query<Standing>(
        `select node, port, intent is not null as asleep, error, ended_at is not null as ended,
                extract(epoch from due_at - (select clock_stands_at from workspace where id = enrollment.workspace_id))::int as seconds
           from enrollment`,
      )
    )[0]!;
  /** It reads the version for the first time; the world knew it when it was published. */
  const db = connect(world.url, 2, () => undefined);
  const older = () => advance(pgStores(db), world.workspaceId, ALL_SHARDS);
  const makeDue = () =>
    world.query(`update enrollment e set due_at = w.clock_stands_at from workspace w where w.id = e.workspace_id`);
  try {
    await world.event(ada, 'signed_up');
    const left = { node: 'rest', port: null, asleep: false, error: null, ended: false, seconds: 10 };
    for (let times = 0; times < 2; times++) {
      await makeDue();
      expect(await older()).toMatchObject({ left: 1, asked: 0, more: false });
      expect(await standing()).toEqual(left);
    }
    await makeDue();
    await world.settle();
    expect(await standing()).toMatchObject({ node: 'rest', port: 'next', asleep: true, seconds: 86_400 });

    // The older one wakes it and leaves it as it is: it cannot know where the port leads.
    await makeDue();
    expect(await older()).toMatchObject({ moved: 0, left: 1, more: false });
    expect(await standing()).toEqual({ ...left, port: 'next', asleep: true });
    await makeDue();
    await world.settle();
    expect((await world.letters.to(ada)).map(({ subject }) => subject)).toEqual(['two']);
  } finally {
    await db.destroy();
  }
});
