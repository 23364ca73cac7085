import type { Provider } from '@tabiji/shared/api/workspace.ts';
import type { SenderPace, SendingPace } from '@tabiji/shared/api/pace.ts';
import { ALL_FAMILIES, LIMITED, type Pace, perDay, perMinute } from '@tabiji/shared/sending/pace.ts';
import { sql } from 'kysely';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';
import { listPauses } from '../../feedback/sender-health/pauses.sql.ts';
import { listSenders, type SenderRecord } from '../../senders/senders.sql.ts';
import { lineOf, momentOf, paceOf } from './line.ts';

/** What keeps mails from leaving, besides themselves. */
export async function sendingPace(trx: Trx, here: Here): Promise<SendingPace> {
  const waiting = await countLines(trx, here);
  const sent = await sentToday(trx, here);
  const pauses = await listPauses(trx, here);
  const senders = (await listSenders(trx, here)).filter(({ retiredAt }) => retiredAt === null);
  const paceFor = (sender: SenderRecord): SenderPace => {
    const pace = paceOf(here, sender.key);
    const most = perDay(pace, momentOf(here).today);
    return {
      key: sender.key,
      name: sender.name,
      provider: sender.provider ?? here.provider,
      pace,
      limits: LIMITED.map((of) => ({
        of,
        perMinute: perMinute(pace, of),
        waiting: waiting.get(lineOf(sender.key, of)) ?? 0,
      })),
      today: most === null ? null : { most, sent: sent.get(lineOf(sender.key, ALL_FAMILIES)) ?? 0 },
      pause: pauses.find((one) => one.sender === sender.key && one.released === null) ?? null,
    };
  };
  return {
    senders: senders.toSorted((a, b) => rank(a, here) - rank(b, here)).map(paceFor),
    troubles: await listTroubles(trx, here),
    history: pauses.filter(({ released }) => released !== null),
  };
}

const rank = ({ key }: SenderRecord, here: Here): number => (key === here.sender.key ? 0 : 1);

async function countLines(trx: Trx, here: Here): Promise<Map<string, number>> {
  const { rows } = await sql<{ line: string; mails: number }>`
    select line, count(*)::int as mails from outbox
     where workspace_id = ${here.id} and line is not null group by line`.execute(trx);
  return new Map(rows.map(({ line, mails }) => [line, mails]));
}

async function sentToday(trx: Trx, here: Here): Promise<Map<string, number>> {
  const rows = await trx
    .selectFrom('send_bucket')
    .select(['line', 'sent'])
    .where('workspace_id', '=', here.id)
    .where('day', '=', momentOf(here).today)
    .execute();
  return new Map(rows.map(({ line, sent }) => [line, sent]));
}

async function listTroubles(trx: Trx, here: Here): Promise<SendingPace['troubles']> {
  const rows = await trx
    .selectFrom('provider_trouble')
    .selectAll()
    .where('workspace_id', '=', here.id)
    .orderBy('since')
    .execute();
  return rows.map((row) => ({
    provider: row.provider satisfies Provider,
    since: row.since.toISOString(),
    waitsUntil: row.waits_until.toISOString(),
    open: row.opened_at !== null,
    tries: row.tries,
    because: row.because,
  }));
}

/** Sets how fast the mails of a sender go; those that wait are looked at again at once. */
export async function setPace(trx: Trx, here: Here, sender: string, pace: Pace): Promise<void> {
  await sql`
    update workspace set paces = paces || jsonb_build_object(${sender}::text, ${JSON.stringify(pace)}::jsonb)
     where id = ${here.id}`.execute(trx);
  await sql`
    update send_bucket set opens_at = '-infinity'
     where workspace_id = ${here.id} and split_part(line, ' ', 1) = ${sender}`.execute(trx);
}
