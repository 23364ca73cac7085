import { sql } from 'kysely';
import { factOf } from '@tabiji/shared/sending/feedback.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { isArchived } from '../messages/archived-at.sql.ts';

/** A node of a journey. */
export interface Spot {
  journeyId: number;
  node: string;
}

/** A customer who has left a node and has not been judged. */
export interface OpenChoice {
  customer_id: number;
  at: Date;
  arrival: number;
}

/** Those who left before an instant, in order, after a given one. Rides choice_open. */
export async function openChoices(
  trx: Trx,
  here: Here,
  { journeyId, node }: Spot,
  { before, after, limit }: { before: Millis; after: { at: Millis; customer: number }; limit: number },
): Promise<OpenChoice[]> {
  const { rows } = await sql<OpenChoice>`
    select customer_id, at, arrival from choice
     where workspace_id = ${here.id} and journey_id = ${journeyId} and node = ${node} and met is null
       and at <= ${new Date(before)} and (at, customer_id) > (${new Date(after.at)}::timestamptz, ${after.customer}::bigint)
     order by at, customer_id limit ${limit}`.execute(trx);
  return rows;
}

/** Writes down who met the goal in time and who did not; what was judged before stays. */
export async function writeJudged(
  trx: Trx,
  here: Here,
  { journeyId, node }: Spot,
  judged: readonly { customer: number; met: boolean }[],
): Promise<void> {
  if (judged.length === 0) return;
  await sql`
    update choice c set met = j.met
      from unnest(${judged.map((j) => j.customer)}::bigint[], ${judged.map((j) => j.met)}::boolean[]) as j(customer, met)
     where c.workspace_id = ${here.id} and c.journey_id = ${journeyId} and c.node = ${node}
       and c.customer_id = j.customer and c.met is null`.execute(trx);
}

/** How many left by each port, how many of them are judged, and how many of those met the goal. */
export async function countChoices(
  trx: Trx,
  here: Here,
  { journeyId, node }: Spot,
): Promise<{ port: string; chosen: number; judged: number; met: number }[]> {
  const { rows } = await sql<{ port: string; chosen: number; judged: number; met: number }>`
    select port, count(*)::int as chosen, count(met)::int as judged, count(*) filter (where met)::int as met
      from choice where workspace_id = ${here.id} and journey_id = ${journeyId} and node = ${node}
     group by port`.execute(trx);
  return rows;
}

/** Mails of customers after they left by a port, in the same passage, and how many of them people clicked. */
export async function countMails(
  trx: Trx,
  here: Here,
  { journeyId, node }: Spot,
): Promise<{ port: string; sent: number; clicked: number }[]> {
  const { rows } = await sql<{ port: string; sent: number; clicked: number }>`
    select c.port, count(*)::int as sent, (count(*) filter (where f.facts & ${factOf('clicked')} <> 0))::int as clicked
      from choice c
      join message m on m.workspace_id = ${here.id} and m.customer_id = c.customer_id and m.enrollment_id = c.enrollment_id
                    and m.state = 'sent' and m.asked_at >= c.at and ${isArchived(here, '>=', sql`c.at`, 'm')}
      left join feedback_state f on f.workspace_id = ${here.id} and f.message_id = m.id
     where c.workspace_id = ${here.id} and c.journey_id = ${journeyId} and c.node = ${node}
     group by c.port`.execute(trx);
  return rows;
}

/** Keeps what is decided for everybody who comes later; the first decision stands. */
export async function keepBoard(trx: Trx, here: Here, { journeyId, node }: Spot, board: object): Promise<void> {
  await sql`
    insert into node_board (workspace_id, journey_id, node, board, updated_at)
    values (${here.id}, ${journeyId}, ${node}, ${JSON.stringify(board)}, ${new Date(here.now)})
        on conflict (workspace_id, journey_id, node) do nothing`.execute(trx);
}

/** What is decided at a node; undefined while nothing is. */
export async function findBoard(trx: Trx, here: Here, { journeyId, node }: Spot): Promise<unknown> {
  const { rows } = await sql<{ board: unknown }>`
    select board from node_board
     where workspace_id = ${here.id} and journey_id = ${journeyId} and node = ${node}`.execute(trx);
  return rows[0]?.board;
}
