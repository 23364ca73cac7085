import { loadConfig } from '@tabiji/server/config.ts';
import { connect } from '@tabiji/server/db/connect.ts';
import { startWorker } from '@tabiji/server/jobs/worker.ts';
import { createLog } from '@tabiji/server/log.ts';
import { startQueue } from '@tabiji/server/queue/boss.ts';
import { hangDoorbell } from '@tabiji/server/queue/doorbell.ts';
import { openServices } from '@tabiji/server/services.ts';
import { listAwake } from '@tabiji/server/workspaces/workspaces.sql.ts';

/** Queue, doorbell and handlers, as createApp puts them together. */
export async function startFullWorker(
  databaseUrl: string,
  { resendBaseUrl, smtpUrl }: { resendBaseUrl: string; smtpUrl: string },
): Promise<void> {
  const config = loadConfig({
    DATABASE_URL: databaseUrl,
    RESEND_API_KEY: 're_test',
    RESEND_BASE_URL: resendBaseUrl,
    TABIJI_SMTP_URL: smtpUrl,
  });
  if (Array.isArray(config)) throw new Error(config[0]?.message);
  const log = createLog('silent');
  const db = connect(databaseUrl, 4, () => undefined);
  const queue = await startQueue(databaseUrl, log);
  const doorbell = hangDoorbell(db, queue, () => listAwake(db), log);
  const services = openServices({ db, config, log, ring: doorbell.ring, enqueue: queue.enqueue });
  await startWorker(queue, services);
}
