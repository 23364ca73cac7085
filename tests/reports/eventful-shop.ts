import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { setSubscriptions } from '@tabiji/server/customers/subscriptions/subscriptions.sql.ts';
import { suppress } from '@tabiji/server/customers/suppression/suppressions.sql.ts';
import { receiveFeedback } from '@tabiji/server/feedback/receive.ts';
import { resumeSending, stopSending } from '@tabiji/server/workspaces/stop-sending.sql.ts';
import { saveTemplate } from '@tabiji/server/templates/templates.sql.ts';
import { FEEDBACK_KINDS } from '@tabiji/shared/sending/feedback.ts';
import type { Random } from '../simulation/random.ts';
import { journey, mail, wait } from '../support/build.ts';
import { person } from '../support/people.ts';
import { createWorld } from '../support/world.ts';

const MAIL = {
  subject: 'こんにちは',
  mjml: '<mjml><mj-body><mj-section><mj-column><mj-text>!</mj-text></mj-column></mj-section></mj-body></mjml>',
};
const visited = { on: 'event' as const, event: 'visited' };

/** Three journeys and fourteen customers, some of them without an address or with one that cannot be. */
async function openShop(random: Random) {
  const world = await createWorld({ zone: random.pick(['Asia/Tokyo', 'America/New_York', 'Pacific/Kiritimati']) });
  await world.rules({
    ...(random.chance(0.5) && { quietHours: { from: '21:00', to: '08:00' } }),
    ...(random.chance(0.5) && { cap: { limits: [{ letters: 1, days: 1 }], exempt: [] } }),
    maxAge: 'P4D',
  });
  const goal = { orders: 'count' as const, op: 'gte' as const, value: 1, since: 'entered' as const };
  const journeys = [
    await world.publish(
      journey({ on: visited, settings: { goal, reentry: 'afterExit' } }, mail('a'), wait('P2D'), mail('b')),
    ),
    await world.publish(
      journey(
        { on: visited, settings: { topic: 'transactional', reentry: 'always' } },
        mail('c', 'same'),
        wait('PT6H'),
        mail('d'),
      ),
    ),
    await world.publish(
      journey(
        { on: { on: 'first_purchase' }, settings: { holdout: 0.3 } },
        mail('a', 'same'),
        wait('P1D'),
        mail('b', 'last'),
      ),
    ),
  ];
  const english = { locale: 'en' };
  const people = Array.from({ length: 14 }, (_, i) =>
    i === 0
      ? { customer: 'nowhere' }
      : i === 1
        ? person('wrong', { email: 'two@at@signs' })
        : person(`c${i}`, i % 3 === 0 ? english : {}),
  );
  await inWorkspace(world.services.db, world.workspaceId, (trx, here) =>
    saveTemplate(trx, here, { ...MAIL, key: 'a', name: 'a', variants: { en: { ...MAIL, subject: 'Hello' } } }),
  );
  return { world, journeys, people };
}

/** A shop in which so many things have happened, by chance, in any order; feedback comes for any mail, twice as well. */
export async function eventfulShop(random: Random, happenings: number) {
  const { world, journeys, people } = await openShop(random);
  const { services, workspaceId } = world;
  const inIt = (work: Parameters<typeof inWorkspace<unknown>>[2]) => inWorkspace(services.db, workspaceId, work);
  const mails = () =>
    world.query<{ id: number; customer: number }>(
      "select id::int, customer_id::int as customer from message where state = 'sent'",
    );
  const orders: { customer: string; id: string }[] = [];
  const known = async () =>
    (await world.query<{ id: number }>('select id::int from customer order by id')).map(({ id }) => id);
  const happen: readonly (() => Promise<unknown>)[] = [
    () => world.event(random.pick(people), 'visited'),
    () => world.event(random.pick(people), 'visited'),
    async () => {
      const who = random.pick(people);
      const id = `o${orders.length}`;
      orders.push({ customer: who.customer, id });
      await world.order(who, {
        id,
        amount: random.int(1, 9) * 1000,
        ...(random.chance(0.2) && { channel: 'rakuten' }),
      });
    },
    async () => world.order(random.pick(people), { amount: random.int(1, 9) * 100 }),
    async () => {
      if (orders.length > 0)
        await world.tell([
          { type: 'order', ...random.pick(orders), amount: 500, status: random.chance(0.5) ? 'cancelled' : 'placed' },
        ]);
    },
    () => world.travel(random.pick(['PT20M', 'PT7H', 'P1D', 'P3D'])),
    () => world.travel(random.pick(['PT20M', 'PT7H', 'P1D', 'P3D', 'P32D'])), // what comes afterwards comes late
    () => random.pick(journeys).publishAgain(),
    async () => {
      const sent = await mails();
      if (sent.length === 0) return;
      const told = Array.from({ length: random.int(2, 12) }, () => {
        const { id, customer } = random.pick(sent);
        const kind = random.pick(FEEDBACK_KINDS);
        return {
          messageId: id,
          customerId: customer,
          key: `t:${id}:${kind}:${random.int(1, 3)}`,
          kind,
          source: 'resend' as const,
          at: Date.now(),
          ...(kind === 'bounced' && { class: random.pick(['hard', 'soft', 'sender'] as const) }),
        };
      });
      await inIt((trx, here) => receiveFeedback(trx, here, told));
      await world.settle();
    },
    async () => {
      const who = await known();
      if (who.length === 0) return;
      const said = { customerId: random.pick(who), topic: random.pick(['news', '*']), subscribed: random.chance(0.3) };
      await inIt((trx, here) =>
        setSubscriptions(trx, here, [{ ...said, source: random.pick(['one_click', 'mailto', 'staff']) }]),
      );
    },
    () => inIt((trx, here) => suppress(trx, here, [{ address: `c${random.int(2, 13)}@example.com`, reason: 'staff' }])),
    async () => {
      const one = random.pick(journeys);
      await one.pause();
      await world.event(random.pick(people), 'visited');
      await world.travel('PT5H');
      await one.resume(random.pick(['now', 'shift', { skipOlderThan: 'PT1H' }] as const));
    },
    async () => {
      await inIt((trx, here) => stopSending(trx, here, 'test'));
      await world.event(random.pick(people), 'visited');
      await world.travel('PT3H');
      await inIt((trx, here) => resumeSending(trx, here));
    },
  ];
  for (let i = 0; i < happenings; i++) await random.pick(happen)();
  return { world, inIt };
}
