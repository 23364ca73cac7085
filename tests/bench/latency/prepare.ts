import { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { asOwner, type DurablePostgres } from '../frame/durable-postgres.ts';
import { publishJourney } from '../world/publish-journey.ts';
import { openServices } from '../world/services.ts';

export const WORKSPACE = 1;

const graph = (name: string, trigger: object, settings: object = {}) =>
  JourneyGraph.parse({
    schema: 1,
    name,
    start: 'start',
    settings,
    nodes: {
      start: { type: 'start', config: { triggers: [trigger] }, next: { next: 'rest' } },
      rest: { type: 'wait', config: { for: 'P30D' }, next: { next: 'end' } },
      end: { type: 'exit', config: { reason: 'completed' } },
    },
  });

export interface Journeys {
  /** Its customers wait until an instant that comes soon. */
  due: number;
  /** Its customers wait for weeks, or until they buy. */
  goal: number;
  /** Begins with an event. */
  entry: number;
}

/** Customers c1 … cN; all of them stand in the journey with a goal. */
export async function prepareShop(
  postgres: DurablePostgres,
  customers: number,
): Promise<{ url: string; journeys: Journeys }> {
  const url = await postgres.createMigrated();
  await asOwner(
    url,
    `insert into workspace (name, kind, provider, sender_name, sender_address, created_at)
     values ('Bench', 'live', 'letters', 'Bench', 'hello@tabiji.example', now());
     insert into customer (workspace_id, id, external_id, created_at, updated_at)
     select ${WORKSPACE}, n, 'c' || n, now(), now() from generate_series(1, ${customers}) n;
     create table waited (enrollment_id bigint primary key, due_at timestamptz not null);
     select setval('row_number', ${customers * 10})`,
  );
  await using services = openServices(url, 1);
  const goal = { event: 'bought', op: 'gte', value: 1, since: 'entered' };
  const journeys = {
    due: await publishJourney(services, WORKSPACE, graph('Due', { on: 'manual' })),
    goal: await publishJourney(services, WORKSPACE, graph('Goal', { on: 'manual' }, { goal })),
    entry: await publishJourney(services, WORKSPACE, graph('Entry', { on: 'event', event: 'looked' })),
  };
  await asOwner(
    url,
    waiting(
      journeys.goal,
      `now() + interval '20 days' + n * interval '1 second'`,
      `generate_series(1, ${customers}) n`,
    ),
  );
  await asOwner(url, 'vacuum (freeze, analyze)');
  return { url, journeys };
}

/** SQL that lets customers rest in a journey since a moment ago; `rows` names each customer's number `n`. */
export const waiting = (journey: number, dueAt: string, rows: string): string =>
  `with begun as materialized (
     select nextval('row_number') as id, n, ${dueAt} as due_at from ${rows}),
   entered as (
     insert into entry (workspace_id, customer_id, enrollment_id, journey_id, entry_key)
     select ${WORKSPACE}, n, id, ${journey}, 'once' from begun),
   noted as (
     insert into waited select id, due_at from begun)
   insert into enrollment (workspace_id, id, customer_id, due_at, entered_at, entered_arrival, journey_id, version, visit, shard,
                           node, port, intent)
   select ${WORKSPACE}, id, n, due_at, now() - interval '1 minute', 0, ${journey}, 1, 1, n % 8, 'rest', 'next', '{"from": 0}'
     from begun`;
