import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { environment } from './environment.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** The Chromium to test with: TABIJI_CHROMIUM, one in PATH, or the one Playwright has installed. */
export function findChromium(): string | undefined {
  if (environment.chromium) return environment.chromium;
  const folders = environment.path.split(path.delimiter).filter((folder) => folder !== '');
  const inPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...inPath, chromium.executablePath()].find((file) => file !== '' && existsSync(file));
}

/** Root cannot use Chromium's sandbox; the rest keeps it from talking to anybody by itself. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
