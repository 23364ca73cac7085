import { createApp } from '@tabiji/server/app.ts';
import { loadConfig } from '@tabiji/server/config.ts';
import { createLog } from '@tabiji/server/log.ts';

/** The server as it is: HTTP, queue, doorbell and worker in one process. */
const [url = '', port = ''] = process.argv.slice(2);
const config = loadConfig({ DATABASE_URL: url, PORT: port, TABIJI_DEMO: 'off' });
if (Array.isArray(config)) throw new Error(config[0]?.message);
const app = await createApp(config, { databaseUrl: url, log: createLog('warn') });
await app.listen();

process.on('message', () => void app[Symbol.asyncDispose]().then(() => process.disconnect()));
process.send?.('ready');
