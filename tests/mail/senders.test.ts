import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { addSender, changeSender, chooseForTemplate } from '@tabiji/server/senders/change-sender.ts';
import { AddSender } from '@tabiji/shared/api/senders.ts';
import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { journey, mail, node } from '../support/build.ts';
import { createTestDatabase } from '../support/database.ts';
import { ada, ben } from '../support/people.ts';
import { createWorld } from '../support/world.ts';
import { prepareMailing, rowsOf } from './fixture.ts';
import { archive, byResend, bySmtp, dueAgain, outbox } from './mailings.ts';
import { startResendStandIn } from './resend-stand-in.ts';
import { startMailServer } from './smtp-server.ts';
import { servicesOn, WORKSPACE } from './services.ts';
import type { Db } from '@tabiji/server/db/database.ts';

const add = (db: Db, key: string, more: object = {}) =>
  inWorkspace(db, WORKSPACE, (trx, here) =>
    addSender(
      trx,
      here,
      AddSender.parse({ key, name: key, fromName: { ja: key, en: '' }, address: `${key}@tabiji.example`, ...more }),
    ),
  );
const fromOf = async (raw: Buffer) => {
  const { from, replyTo } = await PostalMime.parse(raw);
  return [from?.name, from?.address, replyTo?.map(({ address }) => address).join()];
};

test('each mail goes in the name of its sender, and says in the archive whose it was', async () => {
  await using mailing = await bySmtp(['one@example.com', 'two@example.com', 'three@example.com']);
  const { db, smtp } = mailing;
  await add(db, 'tencho', {
    fromName: { ja: '店長', en: 'Manager' },
    replyTo: 'desk@tabiji.example',
    identity: { company: '旅路サロン' },
  });
  await rowsOf(db, sql`update outbox set sender = 'tencho' where customer_id > 1`);
  await rowsOf(db, sql`update customer set locale = 'en-GB' where id = 3`);
  await mailing.send();
  const sent = new Map(await Promise.all(smtp.taken.map(async ({ to, raw }) => [to[0], await fromOf(raw)] as const)));
  expect(sent.get('one@example.com')).toEqual(['旅路商店', 'hello@tabiji.example', undefined]);
  expect(sent.get('two@example.com')).toEqual(['店長', 'tencho@tabiji.example', 'desk@tabiji.example']);
  expect(sent.get('three@example.com')).toEqual(['Manager', 'tencho@tabiji.example', 'desk@tabiji.example']);
  expect(await rowsOf(db, sql`select sender from message order by customer_id`)).toEqual([
    { sender: 'main' },
    { sender: 'tencho' },
    { sender: 'tencho' },
  ]);
});

test('a mail that is tried again repeats what it said, whoever the sender has become', async () => {
  await using mailing = await byResend(1);
  const { db, resend } = mailing;
  await add(db, 'tencho');
  await rowsOf(db, sql`update outbox set sender = 'tencho'`);
  resend.manners.push('drop');
  await mailing.send();
  await rowsOf(db, sql`update sender set address = 'other@tabiji.example', from_name = '{"ja":"別人","en":""}'`);
  await dueAgain(db);
  await mailing.send();
  expect(await archive(db)).toMatchObject([{ state: 'sent' }]);
  expect(resend).toMatchObject({ repeated: 1, requests: 2 }); // with other content the stand-in refuses the key
});

test('never missed: a mail nobody knows about is kept to be given to the server again, for 23 hours', async () => {
  await using mailing = await bySmtp(['drops@example.com']);
  const { db, smtp } = mailing;
  await add(db, 'urgent', { policy: 'never_missed' });
  await rowsOf(db, sql`update outbox set sender = 'urgent'`);
  await mailing.send();
  await expect.poll(() => smtp.taken.length).toBe(1);
  expect(await outbox(db)).toMatchObject([{ customer: 1, uncertain: true }]);
  await rowsOf(db, sql`update outbox set first_attempt_at = now() - interval '23 hours'`);
  await dueAgain(db);
  await mailing.send();
  expect(await archive(db)).toMatchObject([{ state: 'unknown' }]);
});

test('never missed: a mail whose sender died while handing it over is handed over again', async () => {
  await using mailing = await bySmtp(['urgent@example.com', 'usual@example.com']);
  const { db, smtp } = mailing;
  await add(db, 'urgent', { policy: 'never_missed' });
  await rowsOf(db, sql`update outbox set status = 'sending', fence = 1, attempts = 1, first_attempt_at = now()`);
  await rowsOf(db, sql`update outbox set sender = 'urgent' where customer_id = 1`);
  await mailing.send();
  expect(await archive(db)).toMatchObject([{ state: 'sent' }, { state: 'unknown' }]);
  await expect.poll(() => smtp.taken.map(({ to }) => to.join())).toEqual(['urgent@example.com']);
});

test('senders with accounts of their own: each mail leaves by its provider, and none where nothing may leave', async () => {
  await using database = await createTestDatabase();
  await using smtp = await startMailServer();
  await using resend = await startResendStandIn();
  await using services = servicesOn(database.url, {
    smtpUrl: smtp.url,
    resendApiKey: 're_test',
    resendBaseUrl: resend.url,
  });
  const { db } = services;
  await prepareMailing(db, { provider: 'smtp', customers: 6 });
  await add(db, 'bulk', { provider: 'resend' });
  await rowsOf(db, sql`update outbox set sender = 'bulk' where customer_id > 2`);
  expect(await sendDue(services, WORKSPACE, { limit: 10 })).toEqual({ handed: 6, more: false });
  expect([smtp.taken.length, resend.accepted.size]).toEqual([2, 4]);

  await using inside = await createTestDatabase();
  await using quiet = servicesOn(inside.url, { resendApiKey: 're_test', resendBaseUrl: resend.url });
  await prepareMailing(quiet.db, { provider: 'letters', customers: 1 });
  await add(quiet.db, 'bulk', { provider: 'resend', replyTo: 'desk@tabiji.example' });
  await rowsOf(quiet.db, sql`update outbox set sender = 'bulk'`);
  await sendDue(quiet, WORKSPACE, { limit: 10 });
  expect(resend.accepted.size).toBe(4);
  expect(await rowsOf(quiet.db, sql`select sender, headers ->> 'Reply-To' as reply from letter`)).toEqual([
    { sender: 'bulk <bulk@tabiji.example>', reply: 'desk@tabiji.example' },
  ]);
});

test('the default sender is one of them, and what every transaction knows of it follows', async () => {
  await using mailing = await byResend(0);
  const { db } = mailing;
  const change = (key: string, what: Parameters<typeof changeSender>[3]) =>
    inWorkspace(db, WORKSPACE, (trx, here) => changeSender(trx, here, key, what));
  const standard = () => inWorkspace(db, WORKSPACE, (_, here) => Promise.resolve(here.sender));
  await add(db, 'tencho');
  await expect(change('main', { retired: true })).rejects.toThrow('default sender');
  await change('tencho', { isDefault: true });
  expect(await standard()).toEqual({ key: 'tencho', name: 'tencho', address: 'tencho@tabiji.example' });
  const { key: _, ...settings } = AddSender.parse({
    name: '店',
    fromName: { ja: '', en: 'The Shop' },
    address: 'shop@tabiji.example',
  });
  await change('tencho', { settings });
  expect(await standard()).toEqual({ key: 'tencho', name: 'The Shop', address: 'shop@tabiji.example' });
  await change('main', { retired: true });
  await expect(change('main', { isDefault: true })).rejects.toThrow('retired');
  await change('main', { retired: false, isDefault: true });
  expect((await standard()).key).toBe('main');
});

test('staff write from the domains of the workspace only, where mails are signed', async () => {
  await using mailing = await byResend(0);
  const staff = (address: string) => ({ attribute: '担当', people: [{ key: 'a', name: 'A', address }] });
  await expect(add(mailing.db, 'salon', { staff: staff('a@gmail.example') })).rejects.toThrow('a@gmail.example');
  await add(mailing.db, 'salon', { staff: staff('a@tabiji.example') });
});

test('a mail’s own sender writes where the step names none, from the next publish on; a step’s choice wins', async () => {
  await using world = await createWorld();
  const { db } = world.services;
  const within = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(db, world.workspaceId, work);
  const settings = (key: string) =>
    AddSender.parse({ key, name: key, fromName: { ja: key, en: '' }, address: `${key}@tabiji.example` });
  for (const key of ['tencho', 'nurse']) await within((trx, here) => addSender(trx, here, settings(key)));
  const stops = [mail('hello'), node('email', { template: 'hello', sender: 'nurse' })];
  const graph = journey({ on: { on: 'event', event: 'visited' } }, ...stops);
  await world.publish(graph);
  await world.event(ada, 'visited');
  await within((trx, here) => chooseForTemplate(trx, here, 'hello', 'tencho'));
  const retire = (key: string) => within((trx, here) => changeSender(trx, here, key, { retired: true }));
  await expect(retire('tencho')).rejects.toThrow('the mail “');
  await expect(retire('nurse')).rejects.toThrow('the journey “Test”');
  await world.publish(journey({ on: { on: 'event', event: 'called' } }, ...stops));
  await world.event(ben, 'called');
  const senders = await world.query<{ sender: string }>('select sender from message order by id');
  expect(senders.map(({ sender }) => sender)).toEqual(['main', 'nurse', 'tencho', 'nurse']);
  const gone = {
    ...graph,
    nodes: { ...graph.nodes, email1: { ...graph.nodes['email1']!, config: { template: 'hello', sender: 'gone' } } },
  };
  await expect(world.publish(gone)).rejects.toThrow('The sender “gone” cannot be used');
});
