import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createImportWorld, type ImportWorld } from './import-world.ts';

const MEGABYTE = 1024 * 1024;
const SIZE = 1024 * MEGABYTE;

async function write(world: ImportWorld, name: string, pieces: Iterable<string>): Promise<string> {
  const file = path.join(world.folder, name);
  await pipeline(Readable.from(pieces), createWriteStream(file));
  return file;
}

const repository = path.resolve(import.meta.dirname, '../..');

/** What `pnpm tabiji` hands to Node, its memory settings included. */
async function command(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(path.join(repository, 'package.json'), 'utf8')) as {
    scripts: { tabiji: string };
  };
  return scripts.tabiji.split(' ').slice(1);
}

/** Runs the command in a process of its own and watches its memory. */
async function run(world: ImportWorld, args: string[]) {
  const child = spawn(process.execPath, [...(await command()), 'import', ...args], {
    cwd: repository,
    env: { PATH: '/usr/bin:/bin', DATABASE_URL: world.database.url, TABIJI_DATA: world.folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let told = '';
  child.stdout.on('data', (piece: Buffer) => (printed += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (told = (told + piece.toString()).slice(-2_000)));
  const ended = once(child, 'exit') as Promise<[number]>;
  let most = 0;
  const watching = (async () => {
    while (child.exitCode === null) {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      most = Math.max(most, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
      await pause(200);
    }
  })();
  const [code] = await ended;
  await watching;
  return { code, printed: printed.trim(), told, most };
}

/** Wide rows, so that a gigabyte is read in the time a test has. */
function* wideRows(): Generator<string> {
  yield 'customer,email,note\n';
  const note = 'x'.repeat(20_000);
  let size = 0;
  for (let i = 0; size < SIZE; i++) {
    const row = `w${i},w${i}@example.jp,"${note}"\n`;
    size += row.length;
    yield row;
  }
}

test.skipIf(process.platform !== 'linux')(
  'a file of 1 GB is taken in with less than 300 MB of memory',
  async () => {
    await using world = await createImportWorld();
    const file = await write(world, 'wide.csv', wideRows());
    const { code, printed, told, most } = await run(world, ['customers', file]);
    expect([code, told]).toEqual([0, expect.anything()]);
    const [count] = await world.query<{ n: number }>('select count(*)::int as n from customer');
    expect(printed).toBe(`wide.csv: ${count!.n.toLocaleString('en')} stored, 0 unchanged, 0 refused.`);
    expect(count!.n).toBeGreaterThan(50_000);
    expect(most).toBeLessThan(300);
  },
  1_800_000,
);

test.skipIf(process.platform !== 'linux')(
  'a quote that is never closed in 1 GB, and 1 GB without a line break, lose their rows only',
  async () => {
    await using world = await createImportWorld();
    const filler = 'y'.repeat(MEGABYTE);
    function* open(): Generator<string> {
      yield 'customer,email,note\na,a@example.jp,"open\n';
      for (let i = 0; i < 1024; i++) yield filler;
      yield '\nb,b@example.jp,fine\n';
    }
    const file = await write(world, 'open.csv', open());
    const { code, printed, most } = await run(world, ['customers', file]);
    expect([code, printed]).toEqual([3, 'open.csv: 1 stored, 0 unchanged, 2 refused.']);
    expect(
      (await world.query<{ line: string }>('select line from import_refusal order by line')).map(({ line }) => line),
    ).toEqual(['2', '3']);
    expect(most).toBeLessThan(300);
  },
  600_000,
);
