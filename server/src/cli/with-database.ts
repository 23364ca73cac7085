import type { Config } from '../config.ts';
import { startLocalPostgres } from '../local-postgres.ts';
import { awaitDatabase } from '../start/await-database.sql.ts';
import type { CommandInput } from './command.ts';

/**
 * Runs `work` with the address of the database that the settings name. The embedded PostgreSQL is started where it does
 * not run, and stopped again by whoever leaves last; a server that runs on the same folder is not disturbed.
 */
export async function withDatabase<T>(
  config: Config,
  { output, signal }: Pick<CommandInput, 'output' | 'signal'>,
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  const { databaseUrl } = config;
  if (databaseUrl !== undefined) {
    await awaitDatabase(databaseUrl, output.tell, signal);
    return await work(databaseUrl);
  }
  const postgres = await startLocalPostgres({ folder: config.dataDir, role: 'command' });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}
