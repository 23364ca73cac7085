import type { Command } from './command.ts';

/** Every command, loaded when it is asked for. */
export const commands: Record<string, () => Promise<Command>> = {
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand,
};
