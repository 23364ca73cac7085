import { holdPromotionsOf } from '@tabiji/server/customers/promotion-hold.sql.ts';
import { saySubscriptions } from '@tabiji/server/customers/subscriptions/subscriptions.sql.ts';
import { suppress } from '@tabiji/server/customers/suppression/suppressions.sql.ts';
import type { Trx } from '@tabiji/server/db/database.ts';
import { inWorkspace, type Here } from '@tabiji/server/db/in-workspace.ts';
import { STANDARD_TOPICS } from '@tabiji/shared/sending/topics.ts';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { ada } from '../support/people.ts';
import { createWorld } from '../support/world.ts';
import { tryOut } from './try-out.ts';

test('a no that was taken back, a hold and a bounce stop the same mails in the time machine as they did in truth', async () => {
  await using world = await createWorld();
  const graph = journey(
    { on: { on: 'event', event: 'came' } },
    mail('one'),
    wait('P5D'),
    mail('two'),
    wait('P5D'),
    mail('three'),
    wait('P5D'),
    mail('four'),
  );
  const { id } = await world.publish(graph);
  const act = (what: (trx: Trx, here: Here) => Promise<unknown>) =>
    inWorkspace(world.services.db, world.workspaceId, what);
  const enterAt = new Date(await world.now()).toISOString();
  await world.event(ada, 'came');
  const [{ id: customer, email }] = (await world.query<{ id: number; email: string }>(
    'select id, email from customer',
  )) as [{ id: number; email: string }];
  const say = (subscribed: boolean) =>
    act((trx, here) =>
      saySubscriptions(trx, here, customer, [
        { customerId: customer, topic: STANDARD_TOPICS[0]!.key, subscribed, source: 'api' },
      ]),
    );
  await world.travel('P3D');
  await say(false);
  await world.travel('P4D');
  await say(true);
  await world.travel('P1D');
  const until = new Date((await world.now()) + 4 * 86_400_000).toISOString();
  await act((trx, here) => holdPromotionsOf(trx, here, customer, { until, reason: 'angry' }, 'staff'));
  await world.travel('P6D');
  await act((trx, here) => suppress(trx, here, [{ address: email, reason: 'complaint' }]));
  await world.travel('P10D');
  const lived = await world.query<{ at: Date; node: string; state: string; because: string | null }>(
    'select at, node, state, because from message order by at, id',
  );
  expect(lived.map(({ node, because }) => [node, because])).toEqual([
    ['one', null],
    ['two', expect.stringContaining('unsubscribed')],
    ['three', null],
    ['four', expect.stringContaining('suppressed')],
  ]);
  const trace = await tryOut(world, { graph, journey: id, customer: { id: customer }, enterAt });
  const mails = trace.rows.flatMap((row) =>
    row.kind === 'mail' ? [{ at: new Date(row.at), node: row.node, state: row.state, because: row.because }] : [],
  );
  expect(mails).toEqual(lived);
});
