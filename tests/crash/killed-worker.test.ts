import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { branch, journey, mail } from '../support/build.ts';
import { crowd } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const bought = { orders: 'count' as const, op: 'gte' as const, value: 1 };
const graph = journey(
  { on: { on: 'event', event: 'signed_up' } },
  mail('one'),
  branch(bought, [mail('two')]),
  mail('three'),
);

/** Kills a worker a moment after it has begun to work. */
async function killOne(url: string, workspaceId: number): Promise<void> {
  const script = path.join(import.meta.dirname, 'worker.ts');
  const child = spawn(process.execPath, [script, url, String(workspaceId)], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  await pause(20 + Math.random() * 250);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('workers killed at any moment: everybody finishes, every letter once', { timeout: 120_000 }, async () => {
  await using world = await createWorld();
  await world.publish(graph);
  const people = crowd(400);
  for (let i = 0; i < people.length; i += 100)
    await world.receive(
      people
        .slice(i, i + 100)
        .flatMap((who, n) => [...(n % 2 ? world.facts.order(who) : []), ...world.facts.event(who, 'signed_up')]),
    );
  let interrupted = 0;
  for (let round = 0; round < 3; round++) {
    await Promise.all([killOne(world.url, world.workspaceId), killOne(world.url, world.workspaceId)]);
    const [left] = await world.query<{ n: number }>('select count(*) as n from enrollment where ended_at is null');
    if (left!.n > 0) interrupted++;
    await world.checkBooks();
  }
  expect(interrupted).toBeGreaterThan(0);
  await world.settle();
  await world.drain();

  const counts = await world.query(
    'select template, count(*) as n, count(distinct customer_id) as people from letter group by 1 order by 1',
  );
  expect(counts).toEqual([
    { template: 'one', n: 400, people: 400 },
    { template: 'three', n: 400, people: 400 },
    { template: 'two', n: 200, people: 200 },
  ]);
  expect(await world.query('select exit_reason as reason, count(*) as n from enrollment group by 1')).toEqual([
    { reason: 'completed', n: 400 },
  ]);
});
