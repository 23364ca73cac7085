import type { ParseArgsConfig } from 'node:util';
import type { Config } from '../config.ts';

/** One command of `pnpm tabiji`, one file in `commands/`. */
export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** The whole help: usage, options with their defaults, an example. */
  help: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** Returns the exit code: 0 when everything went through, 1 when not. */
  run: (input: CommandInput) => Promise<number>;
  /** Exit code after something the operator can act on; 1 when absent. */
  trouble?: (input: Pick<CommandInput, 'positionals'>) => number;
}

export interface CommandInput {
  /** What was given for `options`, by name. */
  values: Record<string, string | boolean | (string | boolean)[] | undefined>;
  positionals: string[];
  config: Config;
  output: Output;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
}

export interface Output {
  /** The result, on standard output; programs read it. */
  print: (text: string) => void;
  /** What goes on meanwhile, on standard error; people read it. */
  tell: (text: string) => void;
}

/** The command was typed wrongly; the message says what is wrong. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
