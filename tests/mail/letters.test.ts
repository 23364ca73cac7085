import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { prepareMailing, rowsOf } from './fixture.ts';
import { servicesOn, WORKSPACE } from './services.ts';

test('every mail becomes a letter, and its enrollment goes on from the handing over', async () => {
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  await prepareMailing(services.db, { provider: 'letters', customers: 250 });

  expect(await sendDue(services, WORKSPACE, { limit: 200 })).toEqual({ handed: 200, more: true });
  expect(await sendDue(services, WORKSPACE, { limit: 200 })).toEqual({ handed: 50, more: false });

  const letters = await rowsOf(
    services.db,
    sql<{ recipient: string; subject: string; plain: string }>`
    select recipient, subject, plain from letter order by id`,
  );
  expect(letters).toHaveLength(250);
  expect(letters[6]).toMatchObject({ recipient: 'c7@example.com', subject: '山田 花子7さん、はじめまして' });
  expect(letters[6]?.plain).toContain('山田様');
  expect(letters[6]?.plain).not.toContain('前文');
  const [left] = await rowsOf(
    services.db,
    sql`
    select count(*) as n, count(*) filter (where port = 'next' and due_at is not null) as going from enrollment`,
  );
  expect(left).toEqual({ n: 250, going: 250 });
  expect(
    await rowsOf(services.db, sql`select kind, node, name, sum(n)::int as n from journey_delta group by 1, 2, 3`),
  ).toEqual([{ kind: 'sent', node: 'n5', name: 'hello', n: 250 }]);
});

test('one mail that cannot be written or sent does not hold up the others', async () => {
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  const mjml = `<mjml><mj-body><mj-section><mj-column>
    <mj-text>{% for i in (1..customer.attributes.n) %}x{% endfor %}</mj-text></mj-column></mj-section></mj-body></mjml>`;
  await prepareMailing(services.db, { provider: 'letters', customers: 6, mjml });
  await rowsOf(services.db, sql`update customer set attributes = '{"n": 10000000000}' where id = 1`);
  await rowsOf(services.db, sql`update customer set email = null where id = 2`);
  await rowsOf(services.db, sql`update customer set email = E'a@example.com\r\nBcc: b@example.com' where id = 3`);
  await rowsOf(services.db, sql`update customer set merged_into = 6 where id = 4`);
  await rowsOf(services.db, sql`update enrollment set ended_at = now() where customer_id = 5`);

  expect(await sendDue(services, WORKSPACE, { limit: 100 })).toEqual({ handed: 6, more: false });

  const messages = await rowsOf(
    services.db,
    sql<{ state: string; because: string | null }>`
    select state, because from message order by customer_id`,
  );
  expect(messages.map(({ state, because }) => [state, because?.split(':')[0]])).toEqual([
    ['failed', 'render_failed'],
    ['skipped', 'no_address'],
    ['skipped', 'bad_address'],
    ['skipped', 'merged'],
    ['cancelled', 'left_journey'],
    ['sent', undefined],
  ]);
  expect(await rowsOf(services.db, sql`select customer_id from enrollment where due_at is null`)).toEqual([
    { customer_id: 5 },
  ]);
  expect(
    await rowsOf(services.db, sql`select kind, name, sum(n)::int as n from journey_delta group by 1, 2 order by 1, 2`),
  ).toEqual([
    { kind: 'sent', name: 'hello', n: 1 },
    { kind: 'unsent', name: 'failed:render_failed', n: 1 },
    { kind: 'unsent', name: 'skipped:bad_address', n: 1 },
    { kind: 'unsent', name: 'skipped:merged', n: 1 },
    { kind: 'unsent', name: 'skipped:no_address', n: 1 },
  ]);
});

test('a scratch workspace counts its mails without writing them and without addresses', async () => {
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  await prepareMailing(services.db, { provider: 'counting', customers: 20_000 });
  await rowsOf(services.db, sql`update customer set email = null`);
  await rowsOf(services.db, sql`update outbox set template_version = null`);

  while ((await sendDue(services, WORKSPACE, { limit: 2000 })).more);

  const [counted] = await rowsOf(
    services.db,
    sql<{ n: number }>`select sum(n)::int as n from journey_delta where kind = 'sent'`,
  );
  expect(counted).toEqual({ n: 20_000 });
});
