import { readConfig } from '../config.ts';
import { runCommand } from './run-command.ts';

const stop = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort());

process.exitCode = await runCommand(process.argv.slice(2), {
  config: readConfig(),
  output: { print: (text) => console.log(text), tell: (text) => console.error(text) },
  signal: stop.signal,
});
