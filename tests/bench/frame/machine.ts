import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

/** On what a figure was measured. */
export interface Machine {
  cores: number;
  processor: string;
  memory_gb: number;
  system: string;
  node: string;
  packages: Record<string, string>;
  commit: string;
}

export function describeMachine(): Machine {
  return {
    cores: os.availableParallelism(),
    processor: os.cpus()[0]?.model.trim() ?? 'unknown',
    memory_gb: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.versions.node,
    packages: { pg: versionOf('pg'), kysely: versionOf('kysely'), 'pg-boss': versionOf('pg-boss') },
    commit: commit(),
  };
}

const require = createRequire(path.resolve(import.meta.dirname, '../../../server/package.json'));

function versionOf(name: string): string {
  const entry = require.resolve(name);
  const root = entry.slice(0, entry.lastIndexOf(`node_modules/${name}/`) + `node_modules/${name}/`.length);
  return (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Which state of the repository; a benchmark also runs where there is no git. */
function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'unknown';
  }
}
