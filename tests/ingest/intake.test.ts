import { AppError } from '@tabiji/shared/errors.ts';
import { openIntake, TellingsRefused, type Telling } from '@tabiji/server/events/intake.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';

const tell = (name: string, more: Partial<Telling> = {}): Telling => ({
  facts: [{ type: 'identify', customer: name }],
  startJourneys: true,
  ...more,
});
const named = (tellings: readonly Telling[]) => tellings.map(({ facts }) => facts[0]!.customer).join('');

/** A door behind which transactions end when they are told to; `refuses` are never stored. */
function openDoor(refuses = '') {
  const written: string[] = [];
  const under: (() => void)[] = [];
  const receive = openIntake(async (_, tellings) => {
    written.push(named(tellings));
    await new Promise<void>((resolve) => under.push(resolve));
    const bad = [...tellings.keys()].filter((i) => refuses.includes(named([tellings[i]!])));
    if (bad.length > 0 && tellings.length > 1) throw new TellingsRefused(new Set(bad));
    if (bad.length > 0) throw new AppError('conflict', `${named(tellings)} is refused`);
    return tellings.map(({ facts }) => ({ stored: facts.length, duplicates: 0 }));
  });
  /** Lets everything end that is under way, until nothing is. */
  const finish = async () => {
    for (await sleep(1); under.length > 0; await sleep(1)) for (const end of under.splice(0)) end();
  };
  return { receive, written, finish };
}

test('nobody waits at an idle door; who comes while a transaction is written shares the next', async () => {
  const { receive, written, finish } = openDoor();
  const answers = ['a', 'b', 'c', 'd', 'e'].map((name) => receive(1, tell(name)));
  await sleep(1);
  expect(written).toEqual(['a']);
  await finish();
  expect(written).toEqual(['a', 'bcde']);
  expect(await Promise.all(answers)).toEqual(answers.map(() => ({ stored: 1, duplicates: 0 })));
});

test('each request keeps its own fate: one that is refused spoils no other', async () => {
  const { receive, written, finish } = openDoor('cf');
  const answers = 'abcdefg'.split('').map((name) =>
    receive(1, tell(name)).then(
      () => 'stored',
      (error: AppError) => error.code,
    ),
  );
  await finish();
  expect(await Promise.all(answers)).toEqual([
    'stored',
    'stored',
    'conflict',
    'stored',
    'stored',
    'conflict',
    'stored',
  ]);
  expect(written).toEqual(['a', 'bcdefg', 'bdeg', 'c', 'f']);
});

test('a transaction takes so many facts, of one kind and of one workspace', async () => {
  const { receive, written, finish } = openDoor();
  const many = (name: string, count: number) =>
    tell(name, { facts: Array.from({ length: count }, () => ({ type: 'identify' as const, customer: name })) });
  const answers = [
    ...['a', 'b'].map((name) => receive(1, tell(name))),
    ...['c', 'd', 'e'].map((name) => receive(1, many(name, 900))),
    receive(1, tell('f', { startJourneys: false })),
    receive(1, tell('g')),
    receive(2, tell('x')),
  ];
  await finish();
  await Promise.all(answers);
  expect(written.toSorted()).toEqual(['a', 'bc', 'd', 'e', 'f', 'g', 'x']); // 120 facts are worth another one
});

test('a fact told again while it is being written waits for its own turn, and stands in nobody’s way', async () => {
  const { receive, written, finish } = openDoor();
  const events = (name: string, ids: readonly number[]) =>
    tell(name, { facts: ids.map((id) => ({ type: 'track' as const, id: `e${id}`, customer: name, event: 'seen' })) });
  const many = (from: number) => Array.from({ length: 120 }, (_, i) => from + i);
  const answers = [
    receive(1, events('a', many(0))),
    receive(1, events('b', [5])), // also told by a
    receive(1, events('c', many(200))),
  ];
  await sleep(1);
  expect(written).toEqual(['a', 'c']);
  await finish();
  await Promise.all(answers);
  expect(written).toEqual(['a', 'c', 'b']);
});

test('who tells more than can be stored is told so, and nothing piles up', async () => {
  const { receive, finish } = openDoor();
  const full = tell('a', { facts: Array.from({ length: 1000 }, () => ({ type: 'identify' as const, customer: 'a' })) });
  const answers = Array.from({ length: 60 }, () => receive(1, full).catch((error: AppError) => error.code));
  await finish();
  const said = await Promise.all(answers);
  expect(said.filter((one) => one === 'unavailable')).toHaveLength(7); // 50 wait, 3 are written
  expect(await Promise.race([receive(1, tell('b')), finish().then(() => 'late')])).toEqual({
    stored: 1,
    duplicates: 0,
  });
});
