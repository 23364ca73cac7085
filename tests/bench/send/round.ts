import path from 'node:path';
import type { Bench } from '../frame/benchmark.ts';
import type { Used } from '../frame/cpu.ts';
import { asOwner, type DurablePostgres } from '../frame/durable-postgres.ts';
import { startWorkers } from '../frame/workers.ts';
import { WORKSPACES } from './prepare.ts';

const PROGRAM = path.join(import.meta.dirname, 'sender-process.ts');

/** Sends everything in a copy of the prepared database. @throws Error when the books are not what they must be */
export async function runRound(
  bench: Bench,
  postgres: DurablePostgres,
  prepared: string,
  { mails, way }: { mails: number; way: 'closures' | 'liquidjs' },
): Promise<Used> {
  const url = await postgres.clone(prepared);
  try {
    await using sender = await startWorkers(PROGRAM, 1, [url, way]);
    await sender.work(); // warms up
    await asOwner(url, 'checkpoint');
    const watch = bench.watch();
    await sender.work();
    const used = watch.read();
    const [books] = await asOwner<Record<string, number>>(url, BOOKS);
    const wanted = { sent: mails, keys: mails, counted: mails, going: mails, unsent: 0 };
    for (const [name, value] of Object.entries(wanted))
      if (books?.[name] !== value) throw new Error(`${name} should be ${value}, but is ${books?.[name]}`);
    return used;
  } finally {
    await postgres.drop(url);
  }
}

const MINE = `workspace_id = ${WORKSPACES.measured}`;

const BOOKS = `
  select (select count(*) from message where state = 'sent' and ${MINE})::int as sent,
         (select count(distinct key) from message where ${MINE})::int as keys,
         (select sum(n) from journey_delta where kind = 'sent' and ${MINE})::int as counted,
         (select count(*) from enrollment where port = 'next' and due_at is not null and ${MINE})::int as going,
         (select count(*) from outbox where ${MINE})::int as unsent`;
