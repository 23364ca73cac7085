import type { Database } from '@tabiji/server/db/database.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { sql } from 'kysely';
import type { Pair } from './stores.ts';

/** What is compared of each table: everything but real time, numbers of letters, and what only PostgreSQL keeps. */
const COLUMNS = {
  customer: 'id external_id order_count order_amount first_order_at last_order_at email last_name time_zone attributes',
  enrollment:
    'id customer_id due_at entered_at entered_arrival ended_at journey_id version visit shard node port exit_reason error intent listens memory held_due left_nodes',
  entry: 'customer_id enrollment_id journey_id entry_key',
  diary: 'enrollment_id visit at steps',
  outbox:
    'customer_id enrollment_id visit node template template_version asked_at key status priority topic stale counted hold_until holds',
  message: 'customer_id enrollment_id node template key at state subject because holds',
  letter: 'customer_id key template recipient at subject',
  event: 'id customer_id at name properties',
  subscription: 'customer_id topic subscribed source at',
  consent: 'customer_id topic subscribed source at',
  shop_order: 'id customer_id external_id at amount refunded counted has_counted status kind items',
  segment_member: 'customer_id segment_id since',
  timer: 'kind ref customer_id at',
} as const satisfies Partial<Record<keyof Database, string>>;

type Name = keyof typeof COLUMNS;

/** Rows as sorted lines of JSON, by table. */
export type Lines = Record<string, string[]>;

const linesOf = (rows: readonly Record<string, unknown>[], columns: string): string[] =>
  rows
    .map((row) => canonical(Object.fromEntries(columns.split(' ').map((name) => [name, row[name] ?? null]))))
    .toSorted();

/** JSON with sorted keys: jsonb keeps none of the order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const NAMES = Object.keys(COLUMNS) as Name[];

export const rowsInMemory = ({ memory }: Pair): Lines => ({
  ...Object.fromEntries(NAMES.map((name) => [name, linesOf(memory[name].all(), COLUMNS[name])])),
  counted: sums(memory.journey_delta.all()),
});

export const rowsInPostgres = ({ db, workspaceId }: Pair): Promise<Lines> =>
  inWorkspace(db, workspaceId, async (trx) => {
    const lines: Lines = {};
    for (const name of NAMES) {
      const { rows } = await sql<Record<string, unknown>>`
        select * from ${sql.table(name)} where workspace_id = ${workspaceId}`.execute(trx);
      lines[name] = linesOf(rows, COLUMNS[name]);
    }
    const { rows } = await sql<Counter>`select * from journey_delta where workspace_id = ${workspaceId}`.execute(trx);
    return { ...lines, counted: sums(rows) };
  });

interface Counter {
  journey_id: number;
  version: number;
  kind: string;
  node: string;
  name: string;
  n: number;
}

/** Counters are appended in pieces of any size; what they add up to counts. */
function sums(rows: readonly Counter[]): string[] {
  const totals = new Map<string, number>();
  for (const { journey_id, version, kind, node, name, n } of rows) {
    const key = [journey_id, version, kind, node, name].join(' ');
    totals.set(key, (totals.get(key) ?? 0) + n);
  }
  return [...totals].map(([key, n]) => `${key}: ${n}`).toSorted();
}
