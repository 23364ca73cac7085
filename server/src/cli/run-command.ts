import { AppError } from '@tabiji/shared/errors.ts';
import { parseArgs } from 'node:util';
import type { Config, ConfigProblem } from '../config.ts';
import { databaseTrouble } from '../db/trouble.ts';
import { LocalPostgresError } from '../local-postgres/error.ts';
import { StartError } from '../start/start-error.ts';
import { UsageError, type Command, type Output } from './command.ts';
import { commands } from './commands.ts';

const WRONG_USE = 2;

/** Finds the command, reads its options and runs it. Returns the exit code; every refusal is one readable sentence. */
export async function runCommand(
  args: string[],
  given: { config: Config | ConfigProblem[]; output: Output; signal: AbortSignal },
): Promise<number> {
  const { output } = given;
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    output.print(await overview());
    return name === undefined ? WRONG_USE : 0;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    output.tell(`There is no command "${name}".\n\n${await overview()}`);
    return WRONG_USE;
  }
  const command = await load();
  try {
    const { values, positionals } = parse(command, rest);
    if (values.help === true) {
      output.print(command.help);
      return 0;
    }
    const { config, signal } = given;
    if (Array.isArray(config)) {
      for (const { message } of config) output.tell(message);
      return 1;
    }
    return await command.run({ values, positionals, config, output, signal });
  } catch (error) {
    if (error instanceof UsageError) {
      output.tell(`${error.message}\nSee: pnpm tabiji ${name} --help`);
      return WRONG_USE;
    }
    const sentence = explained(error);
    if (sentence === undefined) throw error;
    output.tell(sentence);
    return command.trouble?.({ positionals: rest.filter((one) => !one.startsWith('-')) }) ?? 1;
  }
}

function parse(command: Command, args: string[]) {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

/** The sentence for what an operator can act on; undefined for a bug, which shows its whole trace. */
function explained(error: unknown): string | undefined {
  const known = [AppError, LocalPostgresError, StartError].some((kind) => error instanceof kind);
  return known ? (error as Error).message : databaseTrouble(error);
}

async function overview(): Promise<string> {
  const lines = Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(10)} ${(await load()).summary}`);
  const list = (await Promise.all(lines)).join('\n');
  return `Usage: pnpm tabiji <command> [options]\n\n${list}\n\nEach command explains itself: pnpm tabiji <command> --help`;
}
