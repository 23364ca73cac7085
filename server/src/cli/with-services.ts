import { AppError } from '@tabiji/shared/errors.ts';
import pg from 'pg';
import { connect } from '../db/connect.ts';
import { createLog } from '../log.ts';
import { openServices, type Services } from '../services.ts';
import type { CommandInput } from './command.ts';
import { withDatabase } from './with-database.ts';

const CONNECTIONS = 2;
const NO_SUCH_TABLE = '42P01';

/**
 * Runs `work` with services of its own, beside a server that may be running on the same database: what a command
 * leaves due is found by that server's backstop.
 */
export const withServices = <T>(
  input: CommandInput,
  work: (services: Services, databaseUrl: string) => Promise<T>,
): Promise<T> =>
  withDatabase(input.config, input, async (databaseUrl) => {
    const log = createLog('error');
    const db = connect(databaseUrl, CONNECTIONS, (error) => log.warn({ err: error }, 'a connection was lost'));
    try {
      return await work(
        openServices({ db, config: input.config, log, ring: () => undefined, enqueue: () => Promise.resolve() }),
        databaseUrl,
      );
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== NO_SUCH_TABLE) throw error;
      const message = 'The database does not have the newest schema. Run: pnpm tabiji migrate';
      throw new AppError('unavailable', message, { cause: error });
    } finally {
      await db.destroy();
    }
  });
