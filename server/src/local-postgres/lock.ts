import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { LocalPostgresError } from './error.ts';
import { processIdentity } from './process-identity.ts';

const EVERY_MS = 100;
const ATTEMPTS = 900;

/** Runs `work` while no other process runs its own under the same lock file. A dead process's lock is taken over. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await acquire(file);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function acquire(file: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await create(file)) return;
    const holder = await readFile(file, 'utf8').catch(() => ''); // gone meanwhile, or not yet written
    const pid = Number(holder.split('-')[0]);
    if (holder !== '' && processIdentity(pid) !== holder) await rm(file, { force: true });
    else await sleep(EVERY_MS);
  }
  throw new LocalPostgresError(
    `${file} has been held for ${(ATTEMPTS * EVERY_MS) / 1000} seconds by another process that is starting or ` +
      'stopping the database. Wait for it, or end it.',
  );
}

async function create(file: string): Promise<boolean> {
  try {
    await writeFile(file, processIdentity(process.pid) ?? '', { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
