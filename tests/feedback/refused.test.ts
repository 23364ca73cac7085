import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { stateOf } from '@tabiji/shared/sending/feedback.ts';
import { expect, test } from 'vitest';
import { startPlainMailServer } from '../mail/plain-smtp.ts';
import { exit, journey, mail, node } from '../support/build.ts';
import { ada, ben, chie } from '../support/people.ts';
import { createWorld } from '../support/world.ts';
import { createWorldDatabase } from '../support/world-database.ts';

/** A journey whose mails meet a mail server that answers as it is told. */
async function shop(manner: (command: string) => string | undefined) {
  await using stack = new AsyncDisposableStack();
  const server = stack.use(await startPlainMailServer(manner));
  const database = stack.use(await createWorldDatabase(6, { TABIJI_SMTP_URL: server.url }));
  const world = stack.use(await createWorld({ provider: 'smtp', database }));
  const heard = (what: object) => node('wait-for', { for: what, until: 'P3D' }, ENDS);
  await world.publish(
    journey(
      { name: 'told', on: { on: 'event', event: 'visited' } },
      mail('guide'),
      heard({ message: 'bounced', node: 'guide' }),
    ),
  );
  await world.publish(journey({ name: 'begun', on: { on: 'message', what: 'bounced' } }, exit('begun')));
  const feedback = () =>
    world.query<{ customer: string; kind: string; class: string | null; code: string | null; source: string }>(
      `select c.external_id as customer, f.kind, f.class, f.code, f.source
         from feedback f join customer c on c.id = f.customer_id order by f.id`,
    );
  const mails = () =>
    world.query<{ customer: string; state: string; because: string | null; facts: number | null }>(
      `select c.external_id as customer, m.state, m.because, f.facts
         from message m join customer c on c.id = m.customer_id left join feedback_state f on f.message_id = m.id
        order by m.id`,
    );
  const suppressed = () => world.query<{ reason: string; hint: string }>('select reason, hint from suppression');
  const send = () => sendDue(database.services, world.workspaceId, { limit: 10 });
  const rest = stack.move();
  return { world, send, server, feedback, mails, suppressed, [Symbol.asyncDispose]: () => rest.disposeAsync() };
}

const ENDS = { happened: [exit('came_back')], timeout: [exit('arrived')] };
const toldNo = (answers: Record<string, string>) => (command: string) =>
  Object.entries(answers).find(([address]) => command.toLowerCase().startsWith(`rcpt to:<${address}`))?.[1];

test('a mailbox that is not there: a bounce as by a report, and nobody else is held up', async () => {
  await using at = await shop(toldNo({ [ada.email!]: '550 5.1.1 User unknown' }));
  for (const person of [ada, ben]) await at.world.event(person, 'visited');
  expect(await at.feedback()).toEqual([
    { customer: ada.customer, kind: 'bounced', class: 'hard', code: '5.1.1', source: 'smtp' },
  ]);
  const mails = await at.mails();
  expect(mails.map(({ customer, state, because }) => [customer, state, because])).toEqual([
    [ada.customer, 'sent', null],
    [ben.customer, 'sent', null],
  ]);
  expect(mails.map(({ facts }) => stateOf(facts ?? 0))).toEqual(['bounced', 'sent']);
  expect(await at.suppressed()).toMatchObject([{ reason: 'hard_bounce' }]);
  expect(await at.world.query('select * from reply')).toEqual([]);
  expect(new Set(await at.world.exits(ada))).toEqual(new Set(['begun', 'came_back']));
  await at.world.travel('P4D');
  expect(await at.world.exits(ben)).toEqual(['arrived']);
  expect(at.server.commands.filter((command) => command.toLowerCase().includes(ada.email!))).toHaveLength(1);
});

test('whose fault it is decides: a full mailbox is no dead one, and a sender that is not believed stops', async () => {
  await using at = await shop(
    toldNo({
      [ada.email!]: '552 5.2.2 Mailbox full',
      [ben.email!]: '550 5.7.26 Unauthenticated email is not accepted',
      [chie.email!]: '554 5.4.4 Unable to route',
    }),
  );
  for (const person of [ada, chie, ben]) await at.world.event(person, 'visited');
  expect(await at.feedback()).toMatchObject([
    { customer: ada.customer, class: 'soft', code: '5.2.2' },
    { customer: chie.customer, class: 'soft', code: '5.4.4' },
    { customer: ben.customer, class: 'sender', code: '5.7.26' },
  ]);
  expect(await at.suppressed()).toEqual([]);
  expect(await at.world.query('select sender, because from sender_pause')).toEqual([
    { sender: 'main', because: 'policy' },
  ]);
});

test('refused after its content was read, as by servers that look for spam', async () => {
  let mails = 0;
  await using at = await shop((command) =>
    command === '.' && (mails += 1) === 1 ? '554 5.7.1 Message rejected as spam' : undefined,
  );
  await at.world.event(ada, 'visited');
  await at.world.event(ben, 'visited');
  expect(await at.feedback()).toMatchObject([
    { customer: ada.customer, kind: 'bounced', class: 'sender', code: '5.7.1' },
  ]);
  expect((await at.mails()).map(({ state }) => state)).toEqual(['sent', 'sent']);
});

test('a server that asks to wait: told once, and the mail goes later', async () => {
  let asked = 0;
  await using at = await shop((command) =>
    command.startsWith('RCPT') && (asked += 1) <= 2 ? '451 4.7.1 Greylisted' : undefined,
  );
  await at.world.event(ada, 'visited');
  for (let again = 0; again < 2; again++) {
    await at.world.query("update outbox set retry_at = '-infinity'");
    await at.send();
  }
  expect(await at.feedback()).toMatchObject([{ customer: ada.customer, kind: 'delayed', class: null, source: 'smtp' }]);
  expect(await at.mails()).toMatchObject([{ state: 'sent' }]);
  expect(asked).toBe(3);
});
