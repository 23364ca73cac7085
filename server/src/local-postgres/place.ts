import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { LocalPostgresError } from './error.ts';
import { asThisUser, asUser, canReach, inUserNamespace, NOBODY, type Runner } from './runner.ts';

/** Where the programs and the data are, and as whom they run. */
export interface Place {
  runner: Runner;
  binDir: string;
  dataDir: string;
}

export interface PlaceOptions {
  dataDir: string;
  /** Where the "nobody" mode puts binaries and data that it cannot reach in the repository. */
  relocateTo?: string;
  /** Tests set this to false to walk the path of a container. */
  allowUserNamespace?: boolean;
}

export const isCluster = (dir: string) => existsSync(path.join(dir, 'PG_VERSION'));

/**
 * First choice for root is a user namespace: nothing is copied, no user is created, the files stay root's. Where those
 * are forbidden, as in Docker's default seccomp profile, it is "nobody" with copies of what nobody cannot reach.
 */
export async function choosePlace(native: string, options: PlaceOptions): Promise<Place> {
  const { dataDir, relocateTo = '/var/lib/tabiji-postgres', allowUserNamespace = true } = options;
  const binDir = path.join(native, 'bin');
  const initdb = path.join(binDir, 'initdb');
  await mkdir(path.dirname(dataDir), { recursive: true });
  if (process.getuid?.() !== 0) return { runner: asThisUser, binDir, dataDir };

  // A folder made in one mode cannot be opened in the other, so existing data decides before anything is probed.
  const movedData = path.join(relocateTo, `data-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`);
  const existing = [dataDir, movedData].find(isCluster);
  const owner = existing === undefined ? undefined : await stat(existing);

  if (owner === undefined || owner.uid === 0) {
    const reachable =
      allowUserNamespace &&
      (await canReach(inUserNamespace, initdb)) &&
      (await canReach(inUserNamespace, path.dirname(dataDir)));
    if (reachable) return { runner: inUserNamespace, binDir, dataDir };
    if (owner) throw new LocalPostgresError(namespaceRefused(existing ?? dataDir));
  }

  const runner = owner ? asUser(owner.uid, owner.gid) : asUser(NOBODY, NOBODY);
  const reachableBin = (await canReach(runner, initdb)) ? binDir : await copyBinaries(native, relocateTo);
  if (existing) return { runner, binDir: reachableBin, dataDir: existing };

  if (await canReach(runner, path.dirname(dataDir))) return { runner, binDir: reachableBin, dataDir };
  await openToNobody(relocateTo);
  return { runner, binDir: reachableBin, dataDir: movedData };
}

/** 59 MB, once per PostgreSQL version. Copied under another name first, so that a half copy is never used. */
async function copyBinaries(native: string, relocateTo: string): Promise<string> {
  const { version } = JSON.parse(await readFile(path.join(native, '../package.json'), 'utf8')) as { version: string };
  const copy = path.join(relocateTo, version);
  if (!existsSync(copy)) {
    await openToNobody(relocateTo);
    const partial = `${copy}.${process.pid}`;
    await cp(native, partial, { recursive: true, verbatimSymlinks: true }); // the .so links are relative
    await rename(partial, copy);
  }
  return path.join(copy, 'bin');
}

async function openToNobody(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755); // whatever the umask says, nobody must be able to enter
}

const namespaceRefused = (dir: string) =>
  `${dir} was made in a user namespace, which this system now refuses. ` +
  'Set DATABASE_URL to another PostgreSQL, or set TABIJI_DATA to another folder to start empty.';
