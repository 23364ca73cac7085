import { asOwner, type DurablePostgres } from '../frame/durable-postgres.ts';
import { publishJourney } from '../world/publish-journey.ts';
import { openServices } from '../world/services.ts';
import { journey } from './journey.ts';

export const WORKSPACE = 1;

/** A database in which everybody has just entered the journey, in random order of due dates. Rounds work on copies. */
export async function prepareCustomers(postgres: DurablePostgres, customers: number): Promise<string> {
  const url = await postgres.createMigrated();
  await asOwner(
    url,
    `insert into workspace (name, kind, provider, sender_name, sender_address, created_at)
     values ('Bench', 'sandbox', 'letters', 'Bench', 'hello@tabiji.example', now())`,
  );
  await using services = openServices(url, 1);
  const journeyId = await publishJourney(services, WORKSPACE, journey);
  await asOwner(
    url,
    `insert into customer (workspace_id, id, external_id, email, last_name, first_name, created_at, updated_at, attributes)
     select ${WORKSPACE}, n, 'c' || n, 'c' || n || '@example.com', '山田', '花子' || n, now(), now(), jsonb_build_object(
              'plan', case when abs(hashint8(n)) % 10 < 4 then 'pro' else 'free' end,
              'country', (array['DE', 'FR', 'US', 'GB', 'ES'])[1 + n % 5], 'points', n % 997)
       from generate_series(1, ${customers}) n;
     -- one customer in four buys after entering, two in four look at a page
     insert into event (workspace_id, id, customer_id, at, received_at, name, properties)
     select ${WORKSPACE}, nextval('fact_number'), n, now() + interval '1 hour', now(), 'purchase', '{"sku": "a1", "amount": 1250}'
       from generate_series(4, ${customers}, 4) n;
     insert into event (workspace_id, id, customer_id, at, received_at, name, properties)
     select ${WORKSPACE}, nextval('fact_number'), n, now(), now(), 'page_view', '{"url": "/pricing"}'
       from generate_series(1, ${customers}, 2) n;
     insert into enrollment (workspace_id, id, customer_id, due_at, entered_at, entered_arrival, journey_id, version, shard, node)
     select ${WORKSPACE}, n, n, now() - random() * interval '1 hour', now(), 0, ${journeyId}, 1, n % 8, 'start'
       from generate_series(1, ${customers}) n;
     insert into entry (workspace_id, customer_id, enrollment_id, journey_id, entry_key)
     select workspace_id, customer_id, id, journey_id, 'once' from enrollment;
     select setval('row_number', ${customers * 10})`,
  );
  await services[Symbol.asyncDispose]();
  await asOwner(url, 'vacuum (freeze, analyze)');
  return url;
}
