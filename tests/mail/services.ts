import type { Config } from '@tabiji/server/config.ts';
import { connect } from '@tabiji/server/db/connect.ts';
import { createLog } from '@tabiji/server/log.ts';
import { openServices, type Services } from '@tabiji/server/services.ts';

export const WORKSPACE = 1;

/** Services on a database, without a server around them. */
export function servicesOn(url: string, config: Partial<Config> = {}): Services & AsyncDisposable {
  const db = connect(url, 6, () => undefined); // the database may be dropped while a connection says goodbye
  const services = openServices({
    db,
    log: createLog('silent'),
    ring: () => undefined,
    enqueue: () => Promise.resolve(),
    config: configWith(config),
  });
  return { ...services, [Symbol.asyncDispose]: () => db.destroy() };
}

/** Settings of an operator who has set these only. */
export const configWith = (config: Partial<Config>): Config => ({
  role: 'all',
  port: 0,
  host: '127.0.0.1',
  url: 'http://127.0.0.1',
  databasePool: 6,
  dataDir: '/nowhere',
  uploadLimit: 0,
  logLevel: 'silent',
  demo: false,
  ...config,
});
