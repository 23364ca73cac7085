import type { Provider } from '@tabiji/shared/api/workspace.ts';
import { sql } from 'kysely';
import { ALL_FAMILIES } from '@tabiji/shared/sending/pace.ts';
import type { Bucket } from '@tabiji/shared/sending/bucket.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Gate, LineState } from './gate.ts';
import type { KeptBucket } from './in-pace.ts';
import type { Line } from './line.ts';
import type { Trouble } from './trouble.ts';

/** Looks, without locking, what keeps mails back: the provider that carries them, and the lines they wait in. */
export async function findGate(trx: Trx, here: Here, provider: Provider): Promise<Gate> {
  const now = new Date(here.realNow);
  const { rows } = await sql<{ trouble: Trouble | null; lines: LineState[] | null; troubled: string[] }>`
    select (select json_build_object('since', ${ms('since')}, 'waitsUntil', ${ms('waits_until')},
                                     'openedAt', ${ms('opened_at')}, 'tries', tries, 'because', because)
              from provider_trouble where workspace_id = ${here.id} and provider = ${provider}) as trouble,
           array(select sender from sender_trouble where workspace_id = ${here.id}) as troubled,
           (select json_agg(json_build_object('line', line, 'fullAt', full_at, 'day', day, 'sent', sent, 'waits', waits))
              from (select b.*, exists (select from outbox o where o.workspace_id = ${here.id} and o.line = b.line
                                           and (o.lease_until is null or o.lease_until <= ${now})) as waits
                      from send_bucket b where b.workspace_id = ${here.id} order by b.line) b
             where waits or right(line, 1) = ${ALL_FAMILIES}) as lines`.execute(trx);
  const [row] = rows;
  return { trouble: row?.trouble ?? null, lines: row?.lines ?? [], troubled: row?.troubled ?? [] };
}

const ms = (column: string) => sql`round(extract(epoch from ${sql.ref(column)}) * 1000)::float8`;

/** Locks how much of some limits is used up, until the transaction ends. */
export async function lockBuckets(trx: Trx, here: Here, lines: readonly Line[]): Promise<Map<Line, Bucket>> {
  const { rows } = await sql<Bucket & { line: Line }>`
    insert into send_bucket as b (workspace_id, line)
    select ${here.id}, l.line from unnest(${lines as Line[]}::text[]) as l(line) order by l.line
        on conflict (workspace_id, line) do update set line = excluded.line
    returning b.line, b.full_at as "fullAt", b.day, b.sent`.execute(trx);
  return new Map(rows.map(({ line, ...bucket }) => [line, bucket]));
}

/** Keeps how much of some limits is used up. */
export async function writeBuckets(trx: Trx, here: Here, rows: readonly KeptBucket[]): Promise<void> {
  await sql`
    update send_bucket b
       set full_at = r.full_at, day = r.day, sent = r.sent, opens_at = r.opens_at
      from unnest(${rows.map((r) => r.line)}::text[], ${rows.map((r) => r.fullAt)}::float8[],
                  ${rows.map((r) => r.day)}::int[], ${rows.map((r) => r.sent)}::bigint[],
                  ${rows.map((r) => new Date(r.opensAt))}::timestamptz[]) as r(line, full_at, day, sent, opens_at)
     where b.workspace_id = ${here.id} and b.line = r.line`.execute(trx);
}
