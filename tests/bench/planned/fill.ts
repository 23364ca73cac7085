import { journey, mail, wait } from '../../support/build.ts';
import { asOwner } from '../frame/durable-postgres.ts';

export const WORKSPACE = 1;

/** Ten journeys of five mails, two days apart. */
const GRAPH = JSON.stringify(
  journey(
    { on: { on: 'event', event: 'visited' } },
    ...Array.from({ length: 5 }, (_, i) => [wait('P2D'), mail(`mail-${i}`)]).flat(),
  ),
);

/**
 * A shop with so many people inside its journeys. Everybody came at a moment of their own, so that each is due at another
 * one within the next two weeks, at one of five waits; one in ten waits for a mail that is held back over the night.
 */
export async function fillWithPeople(url: string, people: number): Promise<void> {
  await asOwner(
    url,
    `
    insert into workspace (name, kind, time_zone, provider, sender_name, sender_address, created_at, rules)
    values ('Bench', 'live', 'Asia/Tokyo', 'letters', 'Bench', 'hello@tabiji.example', now(),
            '{"quietHours": {"from": "21:00", "to": "08:00"}}');
    insert into customer (workspace_id, id, external_id, email, created_at, updated_at, time_zone)
    select 1, c, 'c' || c, 'c' || c || '@example.com', now(), now(), case when c % 50 = 0 then 'America/New_York' end
      from generate_series(1, ${people}) c;
    insert into journey (workspace_id, name, draft, created_at, updated_at, version, status)
    select 1, 'Journey ' || j, '${GRAPH}', now(), now(), 1, 'live' from generate_series(1, 10) j;
    insert into journey_version (workspace_id, journey_id, version, graph, published_at)
    select 1, j, 1, '${GRAPH}'::jsonb, now() from generate_series(1, 10) j;
    insert into enrollment (workspace_id, id, customer_id, entered_at, entered_arrival, journey_id, version, shard, visit, node,
                            port, due_at)
    select 1, n, n, now() - interval '1 day', n, 1 + n % 10, 1, n % 8, 2,
           case when n % 10 = 0 then 'mail-' || n / 10 % 5 else 'wait' || 1 + n / 10 % 5 end,
           case when n % 10 <> 0 then 'next' end,
           case when n % 10 <> 0 then now() + n::float8 / ${people} * interval '14 days' end
      from generate_series(1, ${people}) n;
    insert into outbox (workspace_id, id, customer_id, enrollment_id, journey_id, version, visit, asked_at, node, template, key,
                        hold_until, holds)
    select 1, n, n, n, 1 + n % 10, 1, 2, now(), 'mail-' || n / 10 % 5, 'mail-' || n / 10 % 5, 'k' || n,
           now() + n % 600 * interval '1 minute', '[[1, "quiet_hours"]]'
      from generate_series(10, ${people}, 10) n`,
  );
  await asOwner(url, 'vacuum analyze enrollment, outbox, customer');
}
