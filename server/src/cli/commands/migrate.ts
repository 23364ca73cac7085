import { migrate } from '@tabiji/migrations';
import { UsageError, type Command } from '../command.ts';
import { withDatabase } from '../with-database.ts';

export const migrateCommand: Command = {
  summary: 'bring the database to the newest schema',
  help: `Usage: pnpm tabiji migrate

Brings the database to the newest schema: DATABASE_URL, or the embedded PostgreSQL in TABIJI_DATA.
\`pnpm start\` does the same before it serves. Running it again changes nothing.`,
  options: {},
  async run({ config, positionals, ...input }) {
    if (positionals.length > 0) throw new UsageError(`migrate takes no "${positionals[0]}".`);
    await withDatabase(config, input, migrate);
    input.output.tell('The database has the newest schema.');
    return 0;
  },
};
