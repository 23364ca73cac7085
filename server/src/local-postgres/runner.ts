import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** How PostgreSQL's programs are run. PostgreSQL refuses uid 0, so root needs another identity. */
export interface Runner {
  mode: 'this user' | 'user namespace' | `uid ${number}`;
  /** Who must own the files, where it is not this user. */
  owner?: { uid: number; gid: number };
  run(file: string, args: string[]): Promise<{ stdout: string; stderr: string }>;
}

export const NOBODY = 65534;

const exec = promisify(execFile);
const cwd = '/'; // initdb and pg_ctl fail when they cannot read the folder they are called from

export const asThisUser: Runner = { mode: 'this user', run: (file, args) => exec(file, args, { cwd }) };

/** PostgreSQL believes it is "nobody", while for the kernel we are still the owner of the files. */
export const inUserNamespace: Runner = {
  mode: 'user namespace',
  run: (file, args) =>
    exec('unshare', ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--', file, ...args], { cwd }),
};

export const asUser = (uid: number, gid: number): Runner => ({
  mode: `uid ${uid}`,
  owner: { uid, gid },
  run: (file, args) => exec(file, args, { cwd, uid, gid }),
});

export const canReach = (runner: Runner, target: string) => succeeds(runner.run('test', ['-x', target]));

export const succeeds = (attempt: Promise<unknown>) =>
  attempt.then(
    () => true,
    () => false,
  );
