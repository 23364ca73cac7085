import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { environment } from '../support/environment.ts';
import { checkMessage } from './checklist.ts';
import { prepareMailing, rowsOf } from './fixture.ts';
import { HOSTILE } from './hostile.ts';
import { servicesOn, WORKSPACE } from './services.ts';
import { startMailServer, type TakenMail } from './smtp-server.ts';

/** `MAILS=10000` for a shorter run. */
const MAILS = Number(environment.mails ?? 100_000);
const SENDERS = 3;
const FROM = { name: '旅路商店', address: 'hello@tabiji.example' };
const SHORT = HOSTILE.filter((text) => text.length < 300);

// oxlint-disable-next-line no-control-regex
const inOneLine = (text: string) => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();

test(`${MAILS} mails arrive at a mail server, each once and as it should be`, async ({ annotate }) => {
  const wrong: string[] = [];
  const arrived = new Set<string>();
  const checks: Promise<void>[] = [];
  const check = async ({ raw, to }: TakenMail) => {
    const [recipient = '', ...others] = to;
    const number = Number(/^c(\d+)@/.exec(recipient)?.[1]);
    if (others.length > 0 || arrived.has(recipient)) wrong.push(`${to.join()} got more than one`);
    arrived.add(recipient);
    const subject = `${inOneLine(SHORT[number % SHORT.length]!)} ${number}`;
    const found = await checkMessage(raw, { to: recipient, from: FROM, subject, promotional: true });
    wrong.push(...found.map((what) => `${recipient}: ${what}`));
  };
  await using server = await startMailServer((mail) => void checks.push(check(mail)));
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
    sql`update customer set attributes = jsonb_build_object('number', id, 'note', (${SHORT}::text[])[1 + id % ${SHORT.length}])`,
  );
  const start = performance.now();
  const send = async () => {
    while ((await sendDue(services, WORKSPACE, { limit: 400 })).more);
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  const seconds = (performance.now() - start) / 1000;
  await expect.poll(() => checks.length, { timeout: 60_000 }).toBe(MAILS);
  await Promise.all(checks);
  await annotate(
    `${MAILS} mails in ${seconds.toFixed(1)} s, ${(MAILS / seconds).toFixed(0)} a second; ${wrong.length} violations`,
  );
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(arrived.size).toBe(MAILS);
  const states = await rowsOf(services.db, sql`select state, count(*)::int as mails from message group by state`);
  expect(states).toEqual([{ state: 'sent', mails: MAILS }]);
});
