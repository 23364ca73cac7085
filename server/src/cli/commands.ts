import type { Command } from './command.ts';

/** Every command, loaded when it is asked for. */
export const commands: Record<string, () => Promise<Command>> = {
  import: async () => (await import('./commands/import.ts')).importCommand,
  journey: async () => (await import('./commands/journey.ts')).journeyCommand,
  replay: async () => (await import('./commands/replay.ts')).replayCommand,
  travel: async () => (await import('./commands/travel.ts')).travelCommand,
  inbound: async () => (await import('./commands/inbound.ts')).inboundCommand,
  suppress: async () => (await import('./commands/suppress.ts')).suppressCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  dkim: async () => (await import('./commands/dkim.ts')).dkimCommand,
  keys: async () => (await import('./commands/keys.ts')).keysCommand,
  migrate: async () => (await import('./commands/migrate.ts')).migrateCommand,
};
