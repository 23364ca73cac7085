import { asOwner, type DurablePostgres } from '../frame/durable-postgres.ts';

export const WORKSPACE = 1;
/** What the waits are scattered over. */
export const DAYS = 12;

/**
 * A database in which `waiting` enrollments rest for up to twelve days and `due` more are due, spread evenly among them.
 * Ten journeys share their customers. Rows go in without indexes, as in a restore; what they were found by (`entry`)
 * stays empty, since no wake looks there.
 */
export async function fillBacklog(
  postgres: DurablePostgres,
  { waiting, due }: { waiting: number; due: number },
): Promise<string> {
  const url = await postgres.createMigrated();
  const every = Math.round((waiting + due) / due);
  const customers = Math.max(due, Math.round(waiting / 10));
  const indexes = await asOwner<{ name: string; primary: boolean; definition: string }>(
    url,
    `select c.relname as name, i.indisprimary as primary, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = 'enrollment'::regclass`,
  );
  const drop = indexes.map(({ name, primary }) =>
    primary ? `alter table enrollment drop constraint ${name}` : `drop index ${name}`,
  );
  const build = indexes.map(({ primary, definition }) =>
    primary ? 'alter table enrollment add primary key (workspace_id, id)' : definition,
  );
  await asOwner(
    url,
    `insert into workspace (name, kind, provider, sender_name, sender_address, created_at)
     values ('Bench', 'live', 'letters', 'Bench', 'hello@tabiji.example', now());
     insert into customer (workspace_id, id, external_id, created_at, updated_at)
     select ${WORKSPACE}, n, 'c' || n, now(), now() from generate_series(0, ${customers - 1}) n;
     set maintenance_work_mem = '1GB';
     ${drop.join(';\n')};
     insert into enrollment (workspace_id, id, customer_id, due_at, entered_at, entered_arrival, journey_id, version, visit, shard,
                             node, port, intent)
     select ${WORKSPACE}, n, n % ${customers},
            case when n % ${every} = 0 then now() - random() * interval '1 hour' else now() + random() * interval '${DAYS} days' end,
            now(), 0, 1 + n % 10, 1, 1, n % ${customers} % 8, 'rest', 'next', '{"from": 0}'
       from generate_series(1, ${waiting + due}) n;
     ${build.join(';\n')}`,
  );
  await asOwner(url, 'vacuum (freeze, analyze)');
  return url;
}
