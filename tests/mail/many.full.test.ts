import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { environment } from '../support/environment.ts';
import { startCheckingServer } from './checking-server.ts';
import { prepareMailing, rowsOf } from './fixture.ts';
import { FROM, NOTES } from './many.ts';
import { servicesOn, WORKSPACE } from './services.ts';

/** `MAILS=10000` for a shorter run. */
const MAILS = Number(environment.mails ?? 100_000);
const SENDERS = 3;

test(`${MAILS} mails arrive at a mail server, each once and as it should be`, async ({ annotate }) => {
  const wrong: string[] = [];
  const arrived = new Set<string>();
  let count = 0;
  await using server = await startCheckingServer((mail) => {
    count += 1;
    wrong.push(...mail.wrong.map((what) => `${mail.to}: ${what}`));
    if (arrived.has(mail.to)) wrong.push(`${mail.to} got more than one`);
    arrived.add(mail.to);
  });
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url, { smtpUrl: server.url });
  await prepareMailing(services.db, {
    provider: 'smtp',
    customers: MAILS,
    sender: FROM,
    subject: '{{ customer.attributes.note }} {{ customer.attributes.number }}',
  });
  await rowsOf(
    services.db,
    sql`update customer set attributes = jsonb_build_object('number', id, 'note', (${NOTES}::text[])[1 + id % ${NOTES.length}])`,
  );
  const start = performance.now();
  const send = async () => {
    while ((await sendDue(services, WORKSPACE, { limit: 400 })).more);
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  const seconds = (performance.now() - start) / 1000;
  await expect.poll(() => count, { timeout: 60_000 }).toBe(MAILS);
  await annotate(
    `${MAILS} mails in ${seconds.toFixed(1)} s, ${(MAILS / seconds).toFixed(0)} a second; ${wrong.length} violations`,
  );
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(arrived.size).toBe(MAILS);
  const states = await rowsOf(services.db, sql`select state, count(*)::int as mails from message group by state`);
  expect(states).toEqual([{ state: 'sent', mails: MAILS }]);
});
