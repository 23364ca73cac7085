import { parseArgs } from 'node:util';
import { readConfig, type Config } from './config.ts';
import { ListenError } from './http/listen.ts';
import { LocalPostgresError } from './local-postgres/error.ts';
import { watchLaunchers } from './start/launchers.ts';
import { createReporter } from './start/progress.ts';
import { run } from './start/run.ts';
import { StartError } from './start/start-error.ts';

const usage = `Usage: pnpm start [--dev]

Starts Tabiji: PostgreSQL (embedded, unless DATABASE_URL is set), the server and the editor.
  --dev   serve the editor from its sources; what is saved shows at once

Settings come from the environment; README.md lists them.`;

const SAME_MS = 1_500;

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error; // whoever read our lines is gone; the clean stop must not fail on that
  });
}
process.exitCode = await main();

async function main(): Promise<number> {
  const { dev, help } = options();
  if (help) {
    console.log(usage);
    return 0;
  }
  const config = readConfig();
  if (Array.isArray(config)) {
    for (const { message } of config) console.error(message);
    return 1;
  }
  const stop = stopSignal();
  try {
    await serve(config, dev, stop);
    return 0;
  } catch (error) {
    if (stop.aborted) {
      console.log('Stopped before it was ready.');
      return 0;
    }
    const expected = [StartError, ListenError, LocalPostgresError].some((kind) => error instanceof kind);
    console.error(expected ? (error as Error).message : error);
    return 1;
  }
}

async function serve(config: Config, dev: boolean, stop: AbortSignal): Promise<void> {
  const report = createReporter((line) => console.log(line));
  const running = await run(config, { dev, report, signal: stop });
  report.say(`Tabiji is ready: ${running.url}`);
  if (config.token === undefined) report.say('Only this machine can open it. Ctrl-C stops it; the data stays.');
  await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }));
  report.say('Stopping …');
  await running[Symbol.asyncDispose]();
  report.say('Stopped.');
}

/**
 * Aborted by Ctrl-C or a service manager. A second Ctrl-C does not wait for the clean stop; one that comes at once is
 * the same one, passed on by the package manager as well.
 */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let askedAt = 0;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (!controller.signal.aborted) askedAt = performance.now();
      else if (performance.now() - askedAt > SAME_MS) process.exit(130);
      controller.abort();
    });
  }
  watchLaunchers(() => controller.abort());
  return controller.signal;
}

function options(): { dev: boolean; help: boolean } {
  try {
    const { values } = parseArgs({
      options: { dev: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
    });
    return values;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}
