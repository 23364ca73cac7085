import type { Db } from '@tabiji/server/db/database.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { sql } from 'kysely';
import { createTestDatabase } from '../support/database.ts';
import { prepareMailing, rowsOf } from './fixture.ts';
import { startResendStandIn } from './resend-stand-in.ts';
import { startMailServer } from './smtp-server.ts';
import { servicesOn, WORKSPACE } from './services.ts';

interface Left {
  customer: number;
  attempts: number;
  uncertain: boolean;
  waits: number;
  error: string | null;
}

/** What is still to be handed over. */
export const outbox = (db: Db) =>
  rowsOf(
    db,
    sql<Left>`select customer_id as customer, attempts, first_attempt_at is not null as uncertain, error,
                     case when isfinite(retry_at) then round(extract(epoch from retry_at - clock_timestamp()))::int end as waits from outbox order by customer_id`,
  );
/** What is done with. */
export const archive = (db: Db) =>
  rowsOf(
    db,
    sql<{ customer: number; state: string; because: string | null }>`
    select customer_id as customer, state, because from message order by customer_id`,
  );
/** As if the waits between attempts were over. */
export async function dueAgain(db: Db): Promise<void> {
  await rowsOf(
    db,
    sql`with waited as (update provider_trouble set waits_until = date_trunc('second', now()) - interval '1 second')
        update outbox set retry_at = '-infinity' where line is null`,
  );
  await rowsOf(db, sql`update outbox_batch set retry_at = '-infinity' where key is not null`);
}

/** A database, a stand-in and a sender between them. */
export async function byResend(customers: number, baseUrl?: string, resendBatch = 1) {
  const database = await createTestDatabase();
  const resend = await startResendStandIn();
  const services = servicesOn(database.url, {
    resendApiKey: 're_test',
    resendBaseUrl: baseUrl ?? resend.url,
    resendBatch,
  });
  await prepareMailing(services.db, { provider: 'resend', customers });
  return {
    db: services.db,
    resend,
    services,
    send: (limit = 10) => sendDue(services, WORKSPACE, { limit }),
    async [Symbol.asyncDispose]() {
      await services[Symbol.asyncDispose]();
      await resend[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

/** The same with a mail server; one customer per address. */
export async function bySmtp(addresses: string[], login = '') {
  const database = await createTestDatabase();
  const smtp = await startMailServer();
  const services = servicesOn(database.url, { smtpUrl: smtp.url.replace('//', `//${login}`) });
  await prepareMailing(services.db, { provider: 'smtp', customers: addresses.length });
  for (const [index, email] of addresses.entries()) {
    await rowsOf(services.db, sql`update customer set email = ${email} where id = ${index + 1}`);
  }
  return {
    db: services.db,
    smtp,
    send: () => sendDue(services, WORKSPACE, { limit: 10 }),
    async [Symbol.asyncDispose]() {
      await services[Symbol.asyncDispose]();
      await smtp[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}
