import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { StartError } from './start-error.ts';

const repository = path.resolve(import.meta.dirname, '../../..');
const editor = path.join(repository, 'editor');
const dist = path.join(editor, 'dist');
const stamp = path.join(dist, '.sources');

const run = promisify(execFile);

/** Builds the editor unless its sources are those of the last build. Says which of the two it was. */
export async function buildEditor(signal: AbortSignal): Promise<'built' | 'unchanged'> {
  const sources = await fingerprint();
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === sources) return 'unchanged';
  await rm(stamp, { force: true }); // a build that breaks off must not pass for a whole one
  const vite = path.join(editor, 'node_modules/vite/bin/vite.js');
  try {
    // Whoever starts this may be a test run, whose NODE_ENV would give the slow build for developing.
    const env = { NODE_ENV: 'production' };
    await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: editor, env, signal });
  } catch (error) {
    signal.throwIfAborted();
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-25).join('\n');
    throw new StartError(`The editor could not be built:\n${said || String(error)}`, { cause: error });
  }
  await writeFile(stamp, sources);
  return 'built';
}

/** Everything that goes into the built files: both packages' sources and the exact versions of what they use. */
async function fingerprint(): Promise<string> {
  const files = [path.join(repository, 'pnpm-lock.yaml')];
  for (const folder of [editor, path.join(repository, 'shared'), path.join(repository, 'templates')]) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile() && !/[/\\](node_modules|dist)[/\\]|\.test\.tsx?$/.test(file)) files.push(file);
    }
  }
  const hash = createHash('sha256');
  for (const file of files.toSorted()) {
    hash.update(path.relative(repository, file)).update('\0');
    hash.update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
}
