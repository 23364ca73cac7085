import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { rowsOf } from './fixture.ts';
import { archive, byResend, dueAgain, outbox } from './mailings.ts';
import { configWith, WORKSPACE } from './services.ts';

const mailing = (customers: number) => byResend(customers, undefined, 100);
type Mailing = Awaited<ReturnType<typeof mailing>>;

const leaves = ({ db }: Mailing, id: number) =>
  rowsOf(db, sql`update enrollment set ended_at = now() where customer_id = ${id}`);

/** How many mails came to each end. */
async function ends({ db }: Mailing): Promise<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { state } of await archive(db)) counts.set(state, (counts.get(state) ?? 0) + 1);
  return Object.fromEntries(counts);
}

const reached = ({ resend }: Mailing) =>
  [...resend.accepted.values()].map(({ to }) => Number(/\d+/.exec(to.join())![0])).toSorted((a, b) => a - b);

const from1to = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

test('a hundred mails share a request; one that is left goes by itself', async () => {
  await using mails = await mailing(201);
  for (let more = true; more;) more = (await mails.send()).more;
  expect(mails.resend.requests).toBe(3);
  expect(await ends(mails)).toEqual({ sent: 201 });
  expect(reached(mails)).toEqual(from1to(201));
  const ids = await rowsOf(mails.db, sql<{ n: number }>`select count(distinct provider_id)::int as n from message`);
  expect(ids).toEqual([{ n: 201 }]);
  expect(await rowsOf(mails.db, sql`select from outbox_batch`)).toEqual([]);
});

test.each(['drop', 'error-500'] as const)(
  '%s after they were accepted: the same request again, no mail twice',
  async (how) => {
    await using mails = await mailing(50);
    mails.resend.manners.push(how);
    expect(await mails.send()).toMatchObject({ handed: 0 });
    await rowsOf(mails.db, sql`update customer set last_name = '改姓', email = 'new@example.com'`); // pinned
    await dueAgain(mails.db);
    await mails.send();
    expect(mails.resend).toMatchObject({ requests: 2, repeated: 1, doubled: [] });
    expect(await ends(mails)).toEqual({ sent: 50 });
  },
);

test('they are asked for again together or not at all, also where requests are small by now', async () => {
  await using mails = await mailing(50);
  mails.resend.manners.push('lost');
  await mails.send();
  await dueAgain(mails.db);
  await rowsOf(mails.db, sql`update outbox set retry_at = 'infinity' where customer_id = 7`);
  expect(await mails.send()).toEqual({ handed: 0, more: false });
  expect(mails.resend.requests).toBe(1);
  await dueAgain(mails.db);
  const small = { ...mails.services, config: configWith({ ...mails.services.config, resendBatch: 1 }) };
  await sendDue(small, WORKSPACE, { limit: 5 });
  expect(mails.resend.requests).toBe(2);
  expect(await ends(mails)).toEqual({ sent: 50 });
});

test('who leaves before the request is asked for again is not in it: the others get their mail', async () => {
  await using mails = await mailing(20);
  mails.resend.manners.push('lost');
  await mails.send();
  await leaves(mails, 3);
  await dueAgain(mails.db);
  await mails.send();
  expect(reached(mails)).toEqual(from1to(20).filter((id) => id !== 3));
  expect(await ends(mails)).toEqual({ sent: 19, unknown: 1 });
});

test('who leaves after an accepted request: nobody gets a second mail', async () => {
  await using mails = await mailing(20);
  mails.resend.manners.push('drop');
  await mails.send();
  await leaves(mails, 3);
  await dueAgain(mails.db);
  await mails.send();
  expect(mails.resend.answered.get('409 invalid_idempotent_request')).toBe(1);
  expect(mails.resend).toMatchObject({ requests: 2, doubled: [] });
  expect(reached(mails)).toEqual(from1to(20));
  expect(await ends(mails)).toEqual({ unknown: 20 });
});

test('a recipient who is refused takes nobody along', async () => {
  await using mails = await mailing(20);
  await rowsOf(mails.db, sql`update customer set email = 'bad@example.com' where id = 3`);
  await mails.send();
  expect(mails.resend.requests).toBe(1);
  expect(await ends(mails)).toEqual({ sent: 19, failed: 1 });
  expect((await archive(mails.db))[2]).toMatchObject({ customer: 3, because: expect.stringContaining('Invalid `to`') });
});

test('a service that refuses all because of one is asked for each', async () => {
  await using mails = await mailing(20);
  await rowsOf(mails.db, sql`update customer set email = 'bad@example.com' where id = 3`);
  mails.resend.manners.push('strict');
  await mails.send();
  expect(await outbox(mails.db)).toHaveLength(20);
  mails.resend.manners.push('drop'); // and one of these is asked for again by its own key
  await mails.send();
  await dueAgain(mails.db);
  await mails.send();
  expect(mails.resend).toMatchObject({ requests: 22, repeated: 1, doubled: [] });
  expect(await ends(mails)).toEqual({ sent: 19, failed: 1 });
});

test.each(['busy', 'busy-without-time'] as const)('%s: nobody was asked for, and all go later', async (how) => {
  await using mails = await mailing(20);
  mails.resend.manners.push(how);
  expect(await mails.send()).toMatchObject({ handed: 0 });
  const left = await outbox(mails.db);
  expect(left.every(({ uncertain, waits }) => !uncertain && waits >= 0 && waits <= 3)).toBe(true);
  await dueAgain(mails.db);
  await rowsOf(mails.db, sql`update outbox set retry_at = 'infinity' where customer_id = 7`); // no need to wait for this one
  await mails.send();
  expect(await ends(mails)).toEqual({ sent: 19 });
  await dueAgain(mails.db);
  await mails.send();
  expect(await ends(mails)).toEqual({ sent: 20 });
  expect(mails.resend.doubled).toEqual([]);
});

test('a request whose fate is open for 23 hours is not made again', async () => {
  await using mails = await mailing(20);
  mails.resend.manners.push('drop');
  await mails.send();
  mails.resend.travel(25 * 3_600_000);
  await rowsOf(mails.db, sql`update outbox set first_attempt_at = now() - interval '23 hours'`);
  await dueAgain(mails.db);
  await mails.send();
  expect(mails.resend).toMatchObject({ requests: 1, doubled: [] });
  expect(await ends(mails)).toEqual({ unknown: 20 });
});

test('who is held back when the request may be repeated holds it back for all of them', async () => {
  await using mails = await mailing(20);
  mails.resend.manners.push('drop');
  await mails.send();
  await rowsOf(
    mails.db,
    sql`
    insert into journey (workspace_id, name, status, draft, version, created_at, updated_at)
    values (1, '別の旅', 'paused', '{}', 1, now(), now())`,
  );
  const move = (to: number) => rowsOf(mails.db, sql`update outbox set journey_id = ${to} where customer_id = 3`);
  const [other] = await rowsOf(mails.db, sql<{ id: number }>`select id from journey where name = '別の旅'`);
  await move(other!.id);
  await dueAgain(mails.db);
  await mails.send();
  expect(mails.resend.requests).toBe(1);
  await move(1);
  await rowsOf(mails.db, sql`update outbox set hold_until = now() where hold_until is not null`);
  await dueAgain(mails.db);
  await mails.send();
  expect(mails.resend).toMatchObject({ requests: 2, repeated: 1, doubled: [] });
  expect(await ends(mails)).toEqual({ sent: 20 });
});
