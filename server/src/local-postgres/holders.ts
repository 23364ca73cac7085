import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { LocalPostgresError } from './error.ts';
import { processIdentity } from './process-identity.ts';

/** A process that uses the embedded database of one data folder. The last one to leave stops it. */
export const Holder = z.object({
  pid: z.int(),
  identity: z.string(),
  role: z.enum(['server', 'command', 'tests']),
  /** The address the server answers at. */
  url: z.string().optional(),
});
export type Holder = z.infer<typeof Holder>;

const fileOf = (runDir: string) => path.join(runDir, `${process.pid}.json`);

/** Enters this process. Two servers on one data folder are refused; commands and tests may join. */
export async function enter(runDir: string, role: Holder['role'], url?: string): Promise<void> {
  const server = (await listOthers(runDir)).find((other) => other.role === 'server');
  if (role === 'server' && server) throw new LocalPostgresError(alreadyServed(path.dirname(runDir), server));
  const self: Holder = { pid: process.pid, identity: processIdentity(process.pid) ?? '', role, url };
  await writeFile(fileOf(runDir), JSON.stringify(self), { mode: 0o600 });
}

export const leave = (runDir: string) => rm(fileOf(runDir), { force: true });

/** The other living processes; what dead ones left is removed. */
export async function listOthers(runDir: string): Promise<Holder[]> {
  const others: Holder[] = [];
  for (const name of await readdir(runDir)) {
    const file = path.join(runDir, name);
    if (!name.endsWith('.json') || file === fileOf(runDir)) continue;
    const holder = Holder.safeParse(parseJson(await readFile(file, 'utf8'))).data;
    if (holder && processIdentity(holder.pid) === holder.identity) others.push(holder);
    else await rm(file, { force: true });
  }
  return others;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // cut off by a crash while it was written
  }
}

const alreadyServed = (folder: string, server: Holder) =>
  `Another Tabiji (process ${server.pid}) already uses the data folder ${folder}` +
  `${server.url ? ` and answers at ${server.url}` : ''}. ` +
  'Stop it first, or give this one another folder with TABIJI_DATA and another PORT.';
