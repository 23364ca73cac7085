import { sql } from 'kysely';
import type { LetterDetail, LetterRow } from '@tabiji/shared/api/mail.ts';
import {
  FEEDBACK_KINDS,
  isTold,
  stateOf,
  type FeedbackFacts,
  type FeedbackState,
} from '@tabiji/shared/sending/feedback.ts';
import { hasState } from '../feedback/has-state.sql.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Mail } from './providers/provider.ts';

export interface NewLetter extends Mail {
  id: number;
  /** Null: a mail that no journey asked for. */
  customerId: number | null;
  journeyId: number | null;
  template: string;
}

/** What stands above a letter beside who, whom and what about. */
const headersOf = ({ headers, replyTo }: NewLetter) =>
  replyTo === undefined ? headers : { 'Reply-To': replyTo, ...headers };

/** @throws when a key is there already: handing a mail over twice is a bug */
export async function insertLetters(trx: Trx, here: Here, letters: readonly NewLetter[]): Promise<void> {
  if (letters.length === 0) return;
  await sql`
    insert into letter (workspace_id, id, customer_id, journey_id, at, key, template, recipient, sender, subject, html, plain,
                        headers)
    select ${here.id}, id, customer_id, journey_id, ${new Date(here.now)}, key, template, recipient, sender, subject, html,
           plain, headers::jsonb
      from unnest(${letters.map((l) => l.id)}::bigint[], ${letters.map((l) => l.customerId)}::bigint[],
                  ${letters.map((l) => l.journeyId)}::int[], ${letters.map((l) => l.key)}::text[],
                  ${letters.map((l) => l.template)}::text[], ${letters.map((l) => l.to)}::text[],
                  ${letters.map((l) => `${l.from.name} <${l.from.address}>`)}::text[],
                  ${letters.map((l) => l.subject)}::text[], ${letters.map((l) => l.html.text)}::text[],
                  ${letters.map((l) => l.text)}::text[], ${letters.map((l) => JSON.stringify(headersOf(l)))}::text[])
           as r(id, customer_id, journey_id, key, template, recipient, sender, subject, html, plain, headers)`.execute(
    trx,
  );
}

export interface LetterFilter {
  /** Part of the subject, the address, or the customer's name. */
  q?: string | undefined;
  customer?: number | undefined;
  /** The strongest that was told of it. */
  state?: FeedbackState | undefined;
  /** Older than the letter with this id. */
  before?: number | undefined;
  limit: number;
}

const customerName = sql<string>`
  coalesce(nullif(trim(case when coalesce(c.locale, w.locale) like 'ja%'
    then concat_ws(' ', c.last_name, c.first_name) else concat_ws(' ', c.first_name, c.last_name) end), ''), c.external_id, '')`;

const matching = (trx: Trx, here: Here, { q, customer, state }: Omit<LetterFilter, 'before' | 'limit'>) => {
  let query = trx
    .selectFrom('letter as l')
    .innerJoin('workspace as w', 'w.id', 'l.workspace_id')
    .leftJoin('customer as c', (join) =>
      join.onRef('c.workspace_id', '=', 'l.workspace_id').onRef('c.id', '=', 'l.customer_id'),
    )
    .leftJoin('feedback_state as f', (join) =>
      join.onRef('f.workspace_id', '=', 'l.workspace_id').onRef('f.message_id', '=', 'l.id'),
    )
    .where('l.workspace_id', '=', here.id);
  if (state !== undefined) query = query.where(hasState(sql`f.facts`, state));
  if (customer !== undefined) query = query.where('l.customer_id', '=', customer);
  if (q === undefined || q.trim() === '') return query;
  const like = `%${q.trim().replace(/[\\%_]/g, String.raw`\$&`)}%`;
  return query.where((e) =>
    e.or([e('l.subject', 'ilike', like), e('l.recipient', 'ilike', like), e(customerName, 'ilike', like)]),
  );
};

/** What a row of the mailbox shows, for one letter as for many. */
const asRows = (letters: ReturnType<typeof matching>) =>
  letters
    .leftJoin('journey as j', (join) =>
      join.onRef('j.workspace_id', '=', 'l.workspace_id').onRef('j.id', '=', 'l.journey_id'),
    )
    .select([
      'l.id',
      'l.customer_id',
      'l.recipient',
      'l.subject',
      'l.template',
      'l.journey_id',
      'j.name as journey',
      'l.at',
      'f.facts',
    ])
    .select(customerName.as('customer'));

/** Newest first. */
export async function listLetters(
  trx: Trx,
  here: Here,
  filter: LetterFilter,
): Promise<{ letters: LetterRow[]; total: number }> {
  let page = matching(trx, here, filter);
  if (filter.before !== undefined) page = page.where('l.id', '<', filter.before);
  const rows = await asRows(page).orderBy('l.id', 'desc').limit(filter.limit).execute();
  const { total } = await matching(trx, here, filter)
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { letters: rows.map(rowOf), total };
}

export async function findLetter(trx: Trx, here: Here, id: number): Promise<LetterDetail | undefined> {
  const row = await asRows(matching(trx, here, {}))
    .select(['l.sender', 'l.html', 'l.plain', 'l.headers'])
    .where('l.id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      ...rowOf(row),
      from: row.sender,
      html: row.html,
      text: row.plain,
      headers: row.headers,
      told: toldOf(row.facts),
    }
  );
}

interface Raw {
  id: number;
  customer_id: number | null;
  recipient: string;
  subject: string;
  template: string;
  journey_id: number | null;
  journey: string | null;
  at: Date;
  customer: string;
  facts: FeedbackFacts | null;
}

const toldOf = (facts: FeedbackFacts | null) => FEEDBACK_KINDS.filter((kind) => isTold(facts ?? 0, kind));

const rowOf = (row: Raw): LetterRow => ({
  id: row.id,
  customerId: row.customer_id,
  customer: row.customer,
  to: row.recipient,
  subject: row.subject,
  template: row.template,
  journeyId: row.journey_id,
  journey: row.journey,
  at: row.at.toISOString(),
  feedback: stateOf(row.facts ?? 0),
});
