import path from 'node:path';
import pg from 'pg';
import type { Bench } from '../frame/benchmark.ts';
import type { DurablePostgres } from '../frame/durable-postgres.ts';
import { startWorkers } from '../frame/workers.ts';
import { MAILS, VISITS } from './journey.ts';
import { WORKSPACE } from './prepare.ts';

/** One run of everybody through the whole journey. */
export interface EngineRound {
  steps: number;
  wakes: number;
  /** While workers moved enrollments. */
  seconds: number;
  /** Core seconds in that time. */
  postgres: number;
  node: number;
  walBytes: number;
  /** Writing the letters' results, in place of the sender; not part of `seconds`. */
  resultSeconds: number;
}

const PROGRAM = path.join(import.meta.dirname, 'worker-process.ts');

/** Runs a copy of the prepared database to completion. @throws Error when the result is not what it must be */
export async function runEngine(
  bench: Bench,
  postgres: DurablePostgres,
  prepared: string,
  { customers, workers }: { customers: number; workers: number },
): Promise<EngineRound> {
  const url = await postgres.clone(prepared);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const one = async <T extends object>(text: string): Promise<T> => (await client.query(text)).rows[0] as T;
  const round: EngineRound = { steps: 0, wakes: 0, seconds: 0, postgres: 0, node: 0, walBytes: 0, resultSeconds: 0 };
  try {
    await using crew = await startWorkers(PROGRAM, workers, [url]);
    await client.query('checkpoint');
    for (;;) {
      const wal = await one<{ at: string }>('select pg_current_wal_insert_lsn() - $$0/0$$::pg_lsn as at');
      const watch = bench.watch();
      await crew.work();
      const used = watch.read();
      round.seconds += used.seconds;
      round.postgres += used.postgres;
      round.node += used.ours;
      const after = await one<{ at: string }>('select pg_current_wal_insert_lsn() - $$0/0$$::pg_lsn as at');
      round.walBytes += Number(after.at) - Number(wal.at);
      const started = performance.now();
      await client.query('analyze outbox, enrollment'); // filled a moment ago, and taken for empty
      const { results, left } = await one<{ results: number; left: number }>(RESULTS);
      round.resultSeconds += (performance.now() - started) / 1000;
      if (results > 0) continue;
      if (left === 0) break;
      await client.query(`update workspace set clock_offset_ms = clock_offset_ms + 172800000 where id = ${WORKSPACE}`);
    }
    await client.query('analyze');
    const books = await one<Books>(BOOKS);
    round.wakes = books.wakes;
    round.steps = books.steps + customers;
    const wanted = { finished: customers, messages: MAILS * customers, steps: (VISITS - 1) * customers, unsent: 0 };
    for (const [name, value] of Object.entries({ ...wanted, passes: books.wakes, distinct_passes: books.wakes }))
      if (books[name as keyof Books] !== value)
        throw new Error(`${name} should be ${value}, but is ${books[name as keyof Books]}`);
  } finally {
    await client.end();
    await postgres.drop(url);
  }
  return round;
}

/**
 * What the sender would write, set-wise: mails to the archive, their enrollments on by the port `next`. Results come in
 * batches of 200 in random order, each batch at one instant, as the sender's do.
 */
const RESULTS = `
  with gone as (delete from outbox where workspace_id = ${WORKSPACE} returning *),
  batched as (select *, now() + (select clock_offset_ms from workspace where id = ${WORKSPACE}) * interval '1 millisecond'
                        - (row_number() over (order by random()) / 200) * interval '13 milliseconds' as at from gone),
  archived as (
    insert into message (workspace_id, id, customer_id, enrollment_id, journey_id, version, at, received_at, state, node,
                         template, template_version, key, provider)
    select workspace_id, id, customer_id, enrollment_id, journey_id, version, date_trunc('milliseconds', at), now(), 'sent',
           node, template, template_version, key, 'letters' from batched),
  going as (
    update enrollment e set due_at = date_trunc('milliseconds', b.at), port = 'next'
      from batched b where e.workspace_id = ${WORKSPACE} and e.id = b.enrollment_id and e.visit = b.visit and e.ended_at is null)
  select (select count(*) from gone)::int as results,
         (select count(*) from enrollment where ended_at is null)::int as left`;

interface Books {
  finished: number;
  messages: number;
  unsent: number;
  steps: number;
  wakes: number;
  passes: number;
  distinct_passes: number;
}

const BOOKS = `
  select (select count(*) from enrollment where ended_at is not null and exit_reason = 'completed' and node = 'end')::int as finished,
         (select count(*) from message where state = 'sent')::int as messages,
         (select count(*) from outbox)::int as unsent,
         (select sum(n) from journey_delta where kind = 'entered')::int as steps,
         (select sum(visit) from enrollment)::int as wakes,
         (select count(*) from diary)::int as passes,
         (select count(*) from (select distinct enrollment_id, visit from diary) d)::int as distinct_passes`;
