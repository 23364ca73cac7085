import { applyFix } from './commands/apply-fix.ts';
import { connect, disconnect } from './commands/connect.ts';
import { deleteNodes } from './commands/delete-nodes.ts';
import { duplicate } from './commands/duplicate.ts';
import { renameJourney, replaceGraph, setSettings } from './commands/edit-journey.ts';
import { rename, setConfig, setNote, toggleDisabled } from './commands/edit-node.ts';
import { addBranch, removeBranch, reorderBranch } from './commands/edit-arms.ts';
import { insertAt } from './commands/insert-at.ts';
import { insertFragment } from './commands/insert-fragment.ts';
import { moveRange } from './commands/move-range.ts';
import { addNote, moveNote, removeNote, writeNote } from './commands/notes.ts';
import { replaceType } from './commands/replace-type.ts';
import { setGoto } from './commands/set-goto.ts';
import { wrapInBranch } from './commands/wrap-in-branch.ts';
import type { CommandDefinition } from './command.ts';

/** THE list of changes an editor can make to a journey. */
export const COMMANDS = {
  insertAt,
  insertFragment,
  moveRange,
  delete: deleteNodes,
  duplicate,
  connect,
  disconnect,
  wrapInBranch,
  addBranch,
  removeBranch,
  reorderBranch,
  replaceType,
  setGoto,
  setConfig,
  rename,
  setNote,
  toggleDisabled,
  'note.add': addNote,
  'note.write': writeNote,
  'note.move': moveNote,
  'note.remove': removeNote,
  renameJourney,
  setSettings,
  replaceGraph,
  applyFix,
};

export type CommandName = keyof typeof COMMANDS;
type ArgsOf<Name extends CommandName> = (typeof COMMANDS)[Name] extends CommandDefinition<infer Args> ? Args : never;

/** One change, as data: `{ do: 'rename', id, name }`. */
export type Command = { [Name in CommandName]: { do: Name } & ArgsOf<Name> }[CommandName];

/** The definition behind a command; its arguments are the command itself. */
export const definitionOf = (command: Command): CommandDefinition<Command> =>
  COMMANDS[command.do] as unknown as CommandDefinition<Command>;
