import { connect, disconnect } from './commands/connect.ts';
import { deleteNodes } from './commands/delete-nodes.ts';
import { duplicate } from './commands/duplicate.ts';
import { renameJourney, replaceGraph, setSettings } from './commands/edit-journey.ts';
import { rename, setConfig, setNote, toggleDisabled } from './commands/edit-node.ts';
import { insertAt } from './commands/insert-at.ts';
import type { CommandDefinition } from './command.ts';

/** THE list of changes an editor can make to a journey. */
export const COMMANDS = {
  insertAt,
  delete: deleteNodes,
  duplicate,
  connect,
  disconnect,
  setConfig,
  rename,
  setNote,
  toggleDisabled,
  renameJourney,
  setSettings,
  replaceGraph,
};

export type CommandName = keyof typeof COMMANDS;
type ArgsOf<Name extends CommandName> = (typeof COMMANDS)[Name] extends CommandDefinition<infer Args> ? Args : never;

/** One change, as data: `{ do: 'rename', id, name }`. */
export type Command = { [Name in CommandName]: { do: Name } & ArgsOf<Name> }[CommandName];

/** The definition behind a command; its arguments are the command itself. */
export const definitionOf = (command: Command): CommandDefinition<Command> =>
  COMMANDS[command.do] as unknown as CommandDefinition<Command>;
