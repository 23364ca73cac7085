import { loadConfig } from '@tabiji/server/config.ts';
import { assertAnswers } from '@tabiji/server/db/answers.sql.ts';
import { connect } from '@tabiji/server/db/connect.ts';
import { createHttp } from '@tabiji/server/http/create-http.ts';
import { listen } from '@tabiji/server/http/listen.ts';
import { createRoutes } from '@tabiji/server/http/routes.ts';
import { createLog } from '@tabiji/server/log.ts';
import { openServices } from '@tabiji/server/services.ts';

/** The API as it runs where other processes do the work: every middleware and route, no worker. */
const [databaseUrl = '', port = ''] = process.argv.slice(2);
const config = loadConfig({ DATABASE_URL: databaseUrl, PORT: port });
if (Array.isArray(config)) throw new Error(config[0]?.message);
const log = createLog('warn');
const db = connect(databaseUrl, config.databasePool, (error) => log.warn({ err: error }, 'a connection was lost'));
const services = openServices({ db, config, log, ring: () => undefined, enqueue: () => Promise.resolve() });
const http = createHttp({
  url: config.url,
  log,
  ready: () => assertAnswers(db),
  editor: import.meta.dirname,
  routes: createRoutes(services),
});
const listening = await listen(http, config);
process.send?.('ready');
process.once('disconnect', () => void listening.close().then(() => db.destroy()));
