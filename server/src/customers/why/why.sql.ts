import { sql } from 'kysely';
import type { Step } from '@tabiji/shared/engine/walk.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Here } from '../../db/in-workspace.ts';
import type { Trx } from '../../db/database.ts';

export interface About {
  customerId: number;
  journeyId: number;
}

export interface Heading {
  external_id: string;
  name: string;
  journey: string;
}

/** @throws AppError `not_found` */
export async function headingOf(trx: Trx, here: Here, { customerId, journeyId }: About): Promise<Heading> {
  const { rows } = await sql<Heading>`
    select c.external_id, concat_ws(' ', c.last_name, c.first_name) as name, j.name as journey
      from customer c, journey j
     where c.workspace_id = ${here.id} and c.id = ${customerId} and j.workspace_id = ${here.id} and j.id = ${journeyId}`.execute(
    trx,
  );
  const [row] = rows;
  if (!row) throw new AppError('not_found', `There is no customer ${customerId} or no journey ${journeyId}.`);
  return row;
}

export interface PassageRow {
  id: number;
  version: number;
  node: string;
  entered_at: Date;
  entered_by: string | null;
  due_at: Date | null;
  held_due: Date | null;
  listens: boolean;
  ended_at: Date | null;
  exit_reason: string | null;
  error: string | null;
  works: boolean;
}

/** Passages of one customer through one journey, oldest first. Rides the key of `entry`. */
export async function passagesOf(trx: Trx, here: Here, { customerId, journeyId }: About): Promise<PassageRow[]> {
  const { rows } = await sql<PassageRow>`
    select e.id, e.version, e.node, e.entered_at, e.entered_by, e.due_at, e.held_due, e.listens, e.ended_at, e.exit_reason, e.error,
           exists (select from effect f where f.workspace_id = e.workspace_id and f.enrollment_id = e.id) as works
      from entry n join enrollment e on e.workspace_id = n.workspace_id and e.id = n.enrollment_id
     where n.workspace_id = ${here.id} and n.customer_id = ${customerId} and n.journey_id = ${journeyId}
     order by e.entered_arrival, e.id`.execute(trx);
  return rows;
}

export interface PassRow {
  enrollment_id: number;
  at: Date;
  steps: Step[];
}

export async function passesOf(trx: Trx, here: Here, enrollments: readonly number[]): Promise<PassRow[]> {
  const { rows } = await sql<PassRow>`
    select enrollment_id, at, steps from diary
     where workspace_id = ${here.id} and enrollment_id = any(${enrollments as number[]}::bigint[])
     order by enrollment_id, visit`.execute(trx);
  return rows;
}

export interface LetterRow {
  enrollment_id: number;
  node: string;
  template: string;
  /** Null while it is still to be handed over. */
  state: string | null;
  at: Date | null;
  because: string | null;
  letter_id: number | null;
  /** Each time it was held back: when, why, until when. */
  holds: [since: string, why: string, until: string | null][] | null;
}

/** Letters of these passages, those under way as well. */
export async function lettersOf(
  trx: Trx,
  here: Here,
  { customerId }: About,
  enrollments: readonly number[],
): Promise<LetterRow[]> {
  const { rows } = await sql<LetterRow>`
    select m.enrollment_id, m.node, coalesce(t.name, m.template) as template, m.state, m.at, m.because, l.id as letter_id, m.holds
      from message m
      left join template t on t.workspace_id = m.workspace_id and t.key = m.template
      left join letter l on l.workspace_id = m.workspace_id and l.key = m.key
     where m.workspace_id = ${here.id} and m.customer_id = ${customerId}
       and m.enrollment_id = any(${enrollments as number[]}::bigint[])
    union all
    select o.enrollment_id, o.node, coalesce(t.name, o.template), null, null, o.error, null, o.holds
      from outbox o
      left join template t on t.workspace_id = o.workspace_id and t.key = o.template
     where o.workspace_id = ${here.id} and o.enrollment_id = any(${enrollments as number[]}::bigint[])`.execute(trx);
  return rows;
}

export interface RefusalRow {
  at: Date;
  because: string;
  detail: string;
  times: number;
}

export async function refusalsOf(trx: Trx, here: Here, { customerId, journeyId }: About): Promise<RefusalRow[]> {
  const { rows } = await sql<RefusalRow>`
    select at, because, detail, times from refusal
     where workspace_id = ${here.id} and customer_id = ${customerId} and journey_id = ${journeyId}
     order by at desc limit 20`.execute(trx);
  return rows;
}
