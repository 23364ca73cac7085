import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runCommand } from '@tabiji/server/cli/run-command.ts';
import { loadConfig } from '@tabiji/server/config.ts';
import type { ReplayReport } from '@tabiji/server/replay/report.sql.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { createTestDatabase } from '../support/database.ts';

/** Runs `pnpm tabiji replay` in this process, over a file that is there or over the text of one. */
export async function replay(
  graph: JourneyGraph,
  orders: { file: string } | { text: string },
  ...options: string[]
): Promise<ReplayReport> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await createTestDatabase());
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tabiji-replay-'));
  stack.defer(() => rm(folder, { recursive: true }));
  const journey = path.join(folder, 'journey.json');
  await writeFile(journey, JSON.stringify(graph));
  const file = 'file' in orders ? orders.file : path.join(folder, 'orders.csv');
  if ('text' in orders) await writeFile(file, orders.text);
  const printed: string[] = [];
  const told: string[] = [];
  const code = await runCommand(['replay', journey, '--orders', file, '--json', ...options], {
    config: loadConfig({ DATABASE_URL: database.url }),
    output: { print: (line) => printed.push(line), tell: (line) => told.push(line) },
    signal: new AbortController().signal,
  });
  if (code !== 0) throw new Error(told.join('\n'));
  return JSON.parse(printed.join('\n')) as ReplayReport;
}
