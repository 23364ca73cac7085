import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { findChromium } from '../support/find-chromium.ts';

const exec = promisify(execFile);
const FIVE_MINUTES = 300_000;

export type Chromium = { path: string } | { missing: string };

/** Finds a Chromium or gets one: Debian's by apt-get where we are root (with Japanese letters), else Playwright's. */
export async function getChromium(tell: (line: string) => void): Promise<Chromium> {
  const reasons: string[] = [];
  const found = findChromium();
  if (found && (await runs(found))) return { path: found };
  if (found) reasons.push(`${found} is there but does not run`);

  for (const [how, install] of ways) {
    const refusal = install.possible();
    if (refusal) {
      reasons.push(`${how}: ${refusal}`);
      continue;
    }
    tell(`No browser here; getting one with ${how} …`);
    try {
      await install.run();
    } catch (error) {
      reasons.push(`${how} failed: ${lastLine(error)}`);
      continue;
    }
    const got = findChromium();
    if (got && (await runs(got))) return { path: got };
    reasons.push(`${how} brought none that runs`);
  }
  return { missing: reasons.join('; ') };
}

interface Way {
  /** Why it cannot be tried here. */
  possible: () => string | undefined;
  run: () => Promise<void>;
}

const options = { timeout: FIVE_MINUTES, maxBuffer: 64 * 1024 * 1024 };

const ways: [string, Way][] = [
  [
    'apt-get',
    {
      possible: () => {
        if (!existsSync('/usr/bin/apt-get')) return 'not a Debian system';
        return process.getuid?.() === 0 ? undefined : 'needs root';
      },
      run: async () => {
        const apt = (...args: string[]) =>
          exec(
            'env',
            ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=120', ...args],
            options,
          );
        await apt('update');
        await apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
      },
    },
  ],
  [
    'playwright-core install chromium',
    {
      possible: () => undefined,
      run: async () => {
        const cli = path.resolve(import.meta.dirname, '../node_modules/playwright-core/cli.js');
        await exec(process.execPath, [cli, 'install', 'chromium'], options);
      },
    },
  ],
];

const runs = (file: string) =>
  exec(file, ['--version', '--no-sandbox'], { timeout: 30_000 }).then(
    () => true,
    () => false,
  );

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr?.trim() || message).split('\n').at(-1) ?? '';
}
