import { loadConfig } from '@tabiji/server/config.ts';
import { connect } from '@tabiji/server/db/connect.ts';
import { advance } from '@tabiji/server/engine/advance.ts';
import { fireTimers } from '@tabiji/server/engine/fire-timers.ts';
import { ALL_SHARDS } from '@tabiji/server/engine/shards.ts';
import { createLog } from '@tabiji/server/log.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { openServices } from '@tabiji/server/services.ts';

/** A worker in a process of its own, in small steps so that there is much to interrupt. Works until it is killed. */
const [url = '', workspace = '', resend] = process.argv.slice(2);
const service = resend === undefined ? {} : { RESEND_API_KEY: 're_test', RESEND_BASE_URL: resend };
const config = loadConfig({ DATABASE_URL: url, ...service });
if (Array.isArray(config)) throw new Error(config[0]?.message);
const db = connect(url, 2, () => undefined);
const services = openServices({
  db,
  config,
  log: createLog('silent'),
  ring: () => undefined,
  enqueue: () => Promise.resolve(),
});
process.stdout.write('working\n');
for (;;) {
  await fireTimers(services.inStore, Number(workspace));
  await advance(services.inStore, Number(workspace), ALL_SHARDS, 7);
  await sendDue(services, Number(workspace), { limit: 5 });
}
