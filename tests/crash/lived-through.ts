import { ingest } from '@tabiji/server/events/ingest.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { lookForDue } from '@tabiji/server/engine/look.sql.ts';
import { sendAll, settle } from '@tabiji/server/engine/settle.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import type { Services } from '@tabiji/server/services.ts';
import { standAt } from '@tabiji/server/workspaces/clock.sql.ts';
import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { sql } from 'kysely';
import { branch, journey, mail, wait } from '../support/build.ts';
import type { Query } from '../support/world-database.ts';
import type { World } from '../support/world.ts';

/** What a few customers live through in the crash tests: every kind of transaction of the engine, in a few dozen statements. */
const JOURNEYS: readonly JourneyGraph[] = [
  journey(
    {
      name: 'first',
      on: { on: 'first_purchase' },
      settings: { exitWhen: [{ event: 'refused', op: 'gte', value: 1 }] },
    },
    mail('hello'),
    wait('P1D', '10:00'),
    branch({ orders: 'count', op: 'gte', value: 1, since: 'entered' }, [mail('again')], [mail('missed')]),
  ),
  journey({ name: 'later', on: { on: 'elapsed', after: 'P2D', since: 'last_order', at: '10:00' } }, mail('later')),
  journey({ name: 'buyers', on: { on: 'segment', segment: 'buyers', change: 'entered' } }, mail('welcome')),
];
const BUYERS = { orders: 'count' as const, op: 'gte' as const, value: 2 };

/** What must have been handed over at the end, whatever was interrupted: recipient and template. */
export const LETTERS = [
  ['ada', 'again'],
  ['ada', 'hello'],
  ['ada', 'later'],
  ['ada', 'welcome'],
  ['ben', 'hello'],
  ['ben', 'later'],
  ['chie', 'hello'],
  ['chie', 'later'],
  ['chie', 'missed'],
].map(([who, template]) => `${who}@example.com ${template}`);

const order = (customer: string, id: string): Fact => ({ type: 'order', id, customer, amount: 3000 });

/** The steps, in order. Each may be tried again after any interruption: that is what the tests are about. */
export function stepsOf(services: Services, workspaceId: number): (() => Promise<unknown>)[] {
  const tell =
    (...facts: Fact[]) =>
    () =>
      services.inStore(workspaceId, (store, here) => ingest(store, here, facts, { startJourneys: true }));
  const send = (id: number) => sendDue(services, id, { limit: 50 });
  /** Until nothing is due any more; what a connection that has just been cut still holds is passed over at first. */
  const live = async () => {
    for (let more = true; more;) {
      await settle(services.inStore, workspaceId, send);
      await sendAll(workspaceId, send);
      const due = await inWorkspace(services.db, workspaceId, lookForDue);
      more = due.shards.length > 0 || due.timers || due.letters;
    }
  };
  const clock = (instant: string) => () => standAt(services.db, workspaceId, Date.parse(instant));
  return [
    tell(
      ...['ada', 'ben', 'chie'].flatMap((who): Fact[] => [
        { type: 'identify', customer: who, email: `${who}@example.com` },
        order(who, `${who}-1`),
      ]),
    ),
    live,
    tell(order('ada', 'ada-2'), { type: 'track', id: 'no', customer: 'ben', event: 'refused' }),
    live,
    clock('2026-03-03T10:00:00+09:00'),
    live,
    clock('2026-03-04T10:00:00+09:00'),
    live,
  ];
}

/** Draws the journeys and the segment in a workspace. */
export async function draw(world: World): Promise<void> {
  await world.segment('buyers', BUYERS);
  for (const graph of JOURNEYS) await world.publish(graph);
}

/** Copies what `draw` has made into a new workspace, which is much faster than compiling the mails again. */
export async function copyDrawings(query: Query, from: number, to: number): Promise<void> {
  for (const table of ['template', 'template_version', 'journey', 'journey_version', 'segment']) {
    const [row] = await query<{ columns: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> 'workspace_id'`,
      [table],
    );
    await query(
      `insert into ${table} (workspace_id, ${row!.columns}) overriding system value
       select ${to}, ${row!.columns} from ${table} where workspace_id = ${from}`,
    );
  }
}

/** As if the leases of whoever was interrupted were over; they are real time. */
export const endLeases = (services: Services, workspaceId: number): Promise<unknown> =>
  inWorkspace(services.db, workspaceId, (trx) =>
    sql`update outbox set retry_at = '-infinity', lease_until = '-infinity' where status = 'sending'`.execute(trx),
  );
