import { Hono } from 'hono';
import { databaseTrouble } from '../db/trouble.ts';

/** `/healthz`: the process lives. `/readyz`: it can serve, which `check` proves by asking the database. */
export function health(check: () => Promise<void>): Hono {
  return new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      try {
        await check();
        return c.json({ status: 'ready' });
      } catch (error) {
        c.header('Retry-After', '5');
        return c.json(
          { status: 'unavailable', reason: databaseTrouble(error) ?? 'The database does not answer.' },
          503,
        );
      }
    });
}
