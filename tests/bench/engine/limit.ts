import pg from 'pg';
import type { Bench } from '../frame/benchmark.ts';
import { asOwner, type DurablePostgres } from '../frame/durable-postgres.ts';

/**
 * Rows a second of a plain bulk UPDATE: the same rows with the due index and the key alone, as many connections as there
 * are workers, each with one statement over its part of the rows in random order.
 */
export async function runLimit(
  bench: Bench,
  postgres: DurablePostgres,
  prepared: string,
  { connections, passes }: { connections: number; passes: number },
): Promise<{ rowsPerSecond: number; postgresPerRow: number }> {
  const url = await postgres.clone(prepared);
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }));
  try {
    await asOwner(
      url,
      `create table limit_row with (fillfactor = 85) as select * from enrollment;
       alter table limit_row add primary key (workspace_id, id);
       create index limit_row_due on limit_row (workspace_id, shard, due_at) where due_at is not null;
       create table limit_order as
       select id, due_at + interval '1 day' as due_at, abs(hashint8(id)) % ${connections} as part from limit_row order by random()`,
    );
    await asOwner(url, 'vacuum (freeze, analyze) limit_row');
    await asOwner(url, 'vacuum (freeze, analyze) limit_order');
    await Promise.all(clients.map((client) => client.connect()));
    await asOwner(url, 'checkpoint');
    let rows = 0;
    const watch = bench.watch();
    for (let pass = 0; pass < passes; pass++) {
      const results = await Promise.all(clients.map((client, part) => client.query(UPDATE, [part, pass])));
      rows += results.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0);
    }
    const used = watch.read();
    return { rowsPerSecond: rows / used.seconds, postgresPerRow: used.postgres / rows };
  } finally {
    await Promise.all(clients.map((client) => client.end()));
    await postgres.drop(url);
  }
}

const UPDATE = `
  update limit_row r set due_at = o.due_at + $2 * interval '1 day', visit = r.visit + 1, node = 'day', port = 'next'
    from limit_order o where o.part = $1 and r.workspace_id = 1 and r.id = o.id`;
