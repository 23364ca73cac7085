import { parseArgs } from 'node:util';
import { BENCHMARKS } from './benchmarks.ts';
import { runBenchmark } from './frame/run-benchmark.ts';

const names = Object.keys(BENCHMARKS);

process.exitCode = await main();

async function main(): Promise<number> {
  const [name = '', ...rest] = process.argv.slice(2);
  const benchmark = BENCHMARKS[name];
  if (!benchmark) {
    console.error(usage(name));
    return name === '' || name === '--help' ? 0 : 2;
  }
  const settings = Object.entries(benchmark.settings);
  let values: Record<string, string | boolean | undefined>;
  try {
    const options = Object.fromEntries(settings.map(([key]) => [key, { type: 'string' as const }]));
    ({ values } = parseArgs({ args: rest, options: { ...options, json: { type: 'boolean' } } }));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage()}`);
    return 2;
  }
  const given: Record<string, number> = {};
  for (const [key, { usual }] of settings) {
    const value = Number(values[key] ?? usual);
    if (!Number.isInteger(value) || value < 0) {
      console.error(`--${key} is "${values[key]}", but must be a whole number, for example ${usual}.`);
      return 2;
    }
    given[key] = value;
  }
  await runBenchmark(name, benchmark, given, { json: values['json'] === true });
  return 0;
}

function usage(wrong = ''): string {
  const said = wrong === '' || wrong.startsWith('-') ? '' : `There is no benchmark "${wrong}".\n\n`;
  const lines = Object.entries(BENCHMARKS).flatMap(([name, { about, settings }]) => [
    `  ${name.padEnd(10)} ${about}`,
    ...Object.entries(settings).map(
      ([key, setting]) => `             --${key} ${setting.about} (${setting.usual.toLocaleString('en')})`,
    ),
  ]);
  return `${said}Usage: pnpm bench <${names.join(' | ')}> [--json]

${lines.join('\n')}

Each starts a PostgreSQL of its own with everything durable and removes it afterwards. --json prints one object on the
last line. Figures count on a quiet machine only: what else was running is part of every result.`;
}
