import { databaseTrouble } from '@tabiji/server/db/trouble.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { ingest } from '@tabiji/server/events/ingest.ts';
import { getJourney, insertJourney } from '@tabiji/server/journeys/journeys.sql.ts';
import { templatesIn } from '@tabiji/shared/journey/file/mentioned.ts';
import { publish } from '@tabiji/server/journeys/publish.ts';
import type { Services } from '@tabiji/server/services.ts';
import { saveTemplate } from '@tabiji/server/templates/templates.sql.ts';
import type { Provider } from '@tabiji/shared/api/workspace.ts';
import type { Fact } from '@tabiji/shared/api/facts.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { branch, journey, mail, wait } from '../support/build.ts';

/** Five letters over three days for everybody who joins; a goal that nobody meets is looked at by every pass. */
const GRAPH = journey(
  {
    on: { on: 'event', event: 'joined' },
    settings: { topic: 'transactional', goal: { event: 'left', op: 'gte', value: 1 } },
  },
  mail('one'),
  wait('PT2H'),
  branch({ attribute: 'plan', op: 'eq', value: 'pro' }, [mail('two', 'pro')], [mail('two', 'free')]),
  wait('P1D', '10:00'),
  mail('three'),
  wait('P1D'),
  mail('four'),
  mail('five'),
);
export const LETTERS_EACH = 5;

const MJML = `<mjml><mj-body><mj-section><mj-column>
  <mj-text>{{ customer.email }} {{ customer.attributes.plan }}</mj-text>
</mj-column></mj-section></mj-body></mjml>`;

/** A workspace with the journey. Returns its id. */
export async function openShop(services: Services, provider: Provider): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into workspace (name, kind, time_zone, provider, sender_name, sender_address, created_at)
    values ('旅路商店', 'live', 'Asia/Tokyo', ${provider}, '旅路商店', 'hello@tabiji.example', now()) returning id`.execute(
    services.db,
  );
  const id = rows[0]!.id;
  await inWorkspace(services.db, id, async (trx, here) => {
    for (const key of templatesIn(GRAPH)) await saveTemplate(trx, here, { key, name: key, subject: key, mjml: MJML });
    const journeyId = await insertJourney(trx, here, GRAPH);
    await publish(trx, here, journeyId, (await getJourney(trx, id, journeyId)).draft_rev);
  });
  return id;
}

export const addressOf = (workspaceId: number, n: number): string => `c${n}@shop${workspaceId}.example`;

/** Tells that customers join, in batches; each is told again, with the same ids, until it has been acknowledged. */
export async function tellJoining(services: Services, workspaceId: number, customers: number): Promise<void> {
  const SIZE = 100;
  for (let from = 0; from < customers; from += SIZE) {
    const facts = Array.from({ length: Math.min(SIZE, customers - from) }, (_, i): Fact[] => {
      const customer = `c${from + i}`;
      return [
        {
          type: 'identify',
          customer,
          email: addressOf(workspaceId, from + i),
          attributes: { plan: i % 3 ? 'pro' : 'free' },
        },
        { type: 'track', id: `joined-${customer}`, customer, event: 'joined' },
      ];
    }).flat();
    await persistently(() =>
      services.inStore(workspaceId, (store, here) => ingest(store, here, facts, { startJourneys: true })),
    );
  }
}

/** Moves a workspace's clock on. */
export const moveClock = (services: Services, workspaceId: number, ms: number): Promise<unknown> =>
  persistently(() =>
    sql`update workspace set clock_offset_ms = clock_offset_ms + ${ms} where id = ${workspaceId}`.execute(services.db),
  );

/** Tries again for as long as the database is away. */
export async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (databaseTrouble(error) === undefined) throw error;
      await pause(50);
    }
  }
}
