import { enrollFile } from '@tabiji/server/journeys/enroll-file.ts';
import { expect, test } from 'vitest';
import { journey, wait } from '../support/build.ts';
import { crowd } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

async function* bytes(text: string) {
  yield Buffer.from(text);
}

test('customers of a file are let in, each refused row with its line and reason', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(journey({ on: { on: 'manual' } }, wait('P1D')));
  for (const who of crowd(3)) await world.identify(who);
  const { db } = world.services;
  const file = '名前,顧客番号\n一,c0\n二,c1\n,nobody\n三,c2\n四,\n';
  expect(await enrollFile(db, world.workspaceId, id, bytes(file))).toEqual({
    enrolled: 3,
    refused: [
      { line: 6, customer: '', because: 'The row names no customer.' },
      { line: 4, customer: 'nobody', because: 'There is no such customer.' },
    ],
    refusedTotal: 2,
  });
  const again = await enrollFile(db, world.workspaceId, id, bytes('c0\nc1\n'));
  expect(again).toMatchObject({ enrolled: 0, refusedTotal: 2 });
});

test('a journey that does not start by hand takes nobody in', async () => {
  await using world = await createWorld();
  const { id } = await world.publish(journey({ on: { on: 'first_purchase' } }, wait('P1D')));
  await expect(enrollFile(world.services.db, world.workspaceId, id, bytes('c0\n'))).rejects.toMatchObject({
    code: 'refused',
  });
});
