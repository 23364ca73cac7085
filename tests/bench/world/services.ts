import { loadConfig } from '@tabiji/server/config.ts';
import { connect } from '@tabiji/server/db/connect.ts';
import { createLog } from '@tabiji/server/log.ts';
import { openServices as servicesOver, type Services } from '@tabiji/server/services.ts';

/** The server's services on a database, without the queue: nobody rings, and nothing is asked for. */
export function openServices(url: string, pool: number): Services & AsyncDisposable {
  const config = loadConfig({ DATABASE_URL: url });
  if (Array.isArray(config)) throw new Error(config[0]?.message);
  const db = connect(url, pool, (error) => console.error(error.message));
  const services = servicesOver({
    db,
    config,
    log: createLog('silent'),
    ring: () => undefined,
    enqueue: () => Promise.resolve(),
  });
  return { ...services, [Symbol.asyncDispose]: () => db.destroy() };
}
