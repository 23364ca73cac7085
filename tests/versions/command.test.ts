import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { writeJourneyFile } from '@tabiji/shared/journey/file/write-journey-file.ts';
import { readJourneyFile } from '@tabiji/shared/journey/file/journey-file.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { called, journey, mail, wait } from '../support/build.ts';
import { environment } from '../support/environment.ts';
import { ada } from '../support/people.ts';
import { createWorld, type World } from '../support/world.ts';

const main = path.resolve(import.meta.dirname, '../../server/src/cli/main.ts');
const on = { on: 'event' as const, event: 'joined' };
const waiting = (length: string): JourneyGraph => journey({ on }, called('pause', wait(length)), mail('offer'));

let world: World;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  folder = await mkdtemp(path.join(os.tmpdir(), 'tabiji-journey-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await world[Symbol.asyncDispose]();
});

/** `pnpm tabiji journey …` in a process of its own. */
async function type(...args: string[]): Promise<{ code: number | null; printed: string; told: string }> {
  const env = { ...environment.inherited, DATABASE_URL: world.url, TABIJI_DATA: folder };
  const child = spawn(process.execPath, [main, 'journey', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [printed, told]: string[][] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => printed!.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => told!.push(chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, printed: printed!.join(''), told: told!.join('') };
}
const within = () => ['--workspace', String(world.workspaceId)];
const put = async (name: string, text: string) => {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
};

test('a journey leaves as a file with what it needs, comes back, and is the same', async () => {
  await world.segment('loyal', { orders: 'count', op: 'gte', value: 3 });
  const graph = journey({ on: { on: 'segment', segment: 'loyal', change: 'entered' } }, wait('P1D'), mail('offer'));
  const { id } = await world.publish(graph);
  const file = path.join(folder, 'one.json');
  expect(await type('export', String(id), '--needs', '--out', file, ...within())).toMatchObject({ code: 0 });
  const text = await readFile(file, 'utf8');
  const read = readJourneyFile(text);
  if (!read.ok) throw new Error(read.detail);
  expect(Object.keys(read.luggage.templates)).toEqual(['offer']);
  expect(Object.keys(read.luggage.segments)).toEqual(['loyal']);
  const turned = { ...read.graph, nodes: Object.fromEntries(Object.entries(read.graph.nodes).toReversed()) };
  expect(writeJourneyFile(turned, read.luggage)).toBe(text);

  expect(await type('diff', file, String(id), ...within())).toEqual({ code: 0, printed: '', told: '' });
  const trial = await type('import', file, '--dry-run', '--json', ...within());
  expect(JSON.parse(trial.printed)).toMatchObject({
    id: null,
    problems: [],
    things: [
      { key: 'offer', state: 'same' },
      { key: 'loyal', state: 'same' },
    ],
  });

  await world.query('delete from template where workspace_id = $1', [world.workspaceId]);
  const taken = await type('import', file, '--json', ...within());
  const made = JSON.parse(taken.printed) as { id: number; things: unknown[] };
  expect(made.things).toMatchObject([{ key: 'offer', state: 'new' }, { state: 'same' }]);
  expect(await type('diff', String(id), String(made.id), ...within())).toMatchObject({ code: 0 });
  expect(await world.query('select key from template where workspace_id = $1', [world.workspaceId])).toEqual([
    { key: 'offer' },
  ]);
}, 120_000);

test('lint names what is wrong: 0 without errors, 1 with', async () => {
  const good = await put('good.json', writeJourneyFile(waiting('P1D')));
  expect(await type('lint', good)).toEqual({ code: 0, printed: '', told: '' });
  const broken = waiting('P1D');
  broken.nodes['pause']!.next = { next: null };
  const bad = await put('bad.json', writeJourneyFile(broken));
  const { code, printed } = await type('lint', good, bad);
  expect([code, printed]).toEqual([
    1,
    expect.stringContaining(`${bad}: node pause port next: error E03: “Wait” → “Next” leads nowhere.`),
  ]);
  const found = JSON.parse((await type('lint', bad, '--json')).printed) as {
    problems: { code: string; node: string }[];
  }[];
  expect(found[0]?.problems).toContainEqual(expect.objectContaining({ code: 'E03', node: 'pause', port: 'next' }));
  expect((await type('lint', await put('no.json', '{"schema":1}'))).code).toBe(1);
}, 120_000);

test('diff speaks like diff(1): 0 equal, 1 different, 2 trouble', async () => {
  const [a, b] = [
    await put('a.json', writeJourneyFile(waiting('P7D'))),
    await put('b.json', writeJourneyFile(waiting('P14D'))),
  ];
  expect((await type('diff', a, a)).code).toBe(0);
  expect(await type('diff', a, b)).toEqual({ code: 1, printed: '~ Wait  Wait 7 days → Wait 14 days\n', told: '' });
  expect((await type('diff', a, b, '--locale', 'ja')).printed).toBe('~ 待つ  7日後に進む → 14日後に進む\n');
  expect((await type('diff', a, b, '--json')).printed).toContain('"equal": false');
  expect(await type('diff', a, '/nowhere.json')).toMatchObject({
    code: 2,
    told: expect.stringContaining('no file "/nowhere.json"'),
  });
  expect((await type('diff', a, '999', ...within())).code).toBe(2);
  expect((await type('diff', a)).code).toBe(2);
}, 120_000);

test('publish needs an answer for the people inside, and brings an older version back', async () => {
  const { id } = await world.publish(waiting('P7D'));
  await world.event(ada, 'joined');
  const file = await put('longer.json', writeJourneyFile(waiting('P14D')));
  expect((await type('import', file, '--into', String(id), ...within())).code).toBe(0);
  const refused = await type('publish', String(id), '--yes', ...within());
  expect([refused.code, refused.told]).toEqual([
    1,
    expect.stringContaining('1 customers rest at the changed node pause'),
  ]);
  expect(refused.told).toContain('--plan plan.json or --keep');
  expect((await type('publish', String(id), '--keep', ...within())).code).toBe(2); // nobody can be asked
  const plan = await put('plan.json', '{"pause": "recount"}');
  const done = await type('publish', String(id), '--plan', plan, '--note', '早すぎた', '--yes', ...within());
  expect(done).toMatchObject({ code: 0, printed: 'v2 is published.\n' });
  const due = () =>
    world.query(`select version, (due_at - entered_at)::text as wait from enrollment where journey_id = $1`, [id]);
  expect(await due()).toEqual([{ version: 2, wait: '14 days' }]);
  const back = await type('publish', `${id}@1`, '--keep', '--yes', '--json', ...within());
  expect(JSON.parse(back.printed)).toEqual({ id, version: 3, plan: { pause: 'keep' } });
  expect(await due()).toEqual([{ version: 3, wait: '14 days' }]);
  expect((await type('diff', `${id}@1`, `${id}@live`, ...within())).code).toBe(0);
}, 120_000);

test('wrong use is 2', async () => {
  expect((await type()).code).toBe(2);
  expect((await type('fly')).code).toBe(2);
  expect((await type('export', 'x.json')).code).toBe(2);
}, 60_000);
