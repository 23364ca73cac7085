import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { getChromium } from './run/get-chromium.ts';
import { closing, tally } from './run/tally.ts';
import { passOn } from './support/environment.ts';

const { values, positionals } = parseArgs({
  options: { full: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
  allowPositionals: true,
});

if (values.help) {
  console.log(`Usage: pnpm test [--full] [part of a file name …]

Runs every test but the long ones, in about twenty minutes on two cores; --full adds those (pnpm test:full).`);
} else {
  process.exitCode = await main();
}

async function main(): Promise<number> {
  const unseen: string[] = [];
  const projects = values.full ? ['units', 'full'] : ['units'];
  const browserTests = globSync('tests/e2e/**/*.test.ts');
  if (browserTests.length > 0) {
    const chromium = await getChromium(console.log);
    if ('path' in chromium) {
      passOn({ TABIJI_CHROMIUM: chromium.path });
      projects.push('browser');
    } else {
      unseen.push(...browserTests.map((file) => `${file}: no browser (${chromium.missing})`));
    }
  }

  const vitest = await startVitest('test', positionals, { watch: false, project: projects, reporters: ['default'] });
  const counted = tally(vitest);
  await vitest.close();
  counted.skipped.push(...unseen);
  list('Skipped', counted.skipped);
  list('Passed at the second attempt; find out why', counted.again);
  if (counted.passed + counted.failed === 0) console.log('\nNo test ran.');
  console.log(`\n${closing(counted)}`);
  return counted.failed > 0 || counted.passed === 0 ? 1 : 0;
}

function list(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`\n${title}:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}
