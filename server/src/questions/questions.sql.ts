import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { Asking as Asked } from '@tabiji/shared/nodes/define-node.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import type { Asking } from './links.ts';

/** Keeps the questions of a version that is published, and the secret that signs their links. */
export async function keepQuestions(trx: Trx, here: Here, asked: readonly Asked[]): Promise<void> {
  if (asked.length === 0) return;
  await trx
    .insertInto('secret')
    .values({ workspace_id: here.id, name: 'answers', value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const last = [...new Map(asked.map((one) => [one.question, one])).values()];
  await sql`
    insert into question (workspace_id, name, text, answers, updated_at)
    select ${here.id}, q.*, ${new Date(here.now)}
      from unnest(${last.map((q) => q.question)}::text[], ${last.map((q) => q.text)}::text[],
                  ${last.map((q) => JSON.stringify(q.answers))}::jsonb[]) as q
        on conflict (workspace_id, name) do update
       set text = excluded.text, answers = excluded.answers, updated_at = excluded.updated_at`.execute(trx);
}

/** What links in mails are made from; undefined while nothing is asked. */
export async function findAsking(trx: Trx, here: Here): Promise<Asking | undefined> {
  const { rows } = await sql<{ secret: string; questions: Asking['questions'] }>`
    select s.value as secret,
           (select jsonb_agg(jsonb_build_object('name', q.name, 'answers',
                     (select jsonb_agg(a -> 'value') from jsonb_array_elements(q.answers) as a)))
              from question q where q.workspace_id = ${here.id}) as questions
      from secret s where s.workspace_id = ${here.id} and s.name = 'answers'`.execute(trx);
  const [asking] = rows;
  return asking?.questions ? asking : undefined;
}

/** What somebody who follows a link sees. */
export interface QuestionSeen {
  text: string;
  answers: { value: string; label: string }[];
  shop: string;
  /** Of the customer, else of the workspace. */
  locale: Locale;
  /** The shop's id of the customer; of a merged one, of whom they were merged into. */
  customer: string;
}

/** A question with its reader; undefined when either is gone. */
export async function findQuestion(
  trx: Trx,
  here: Here,
  { question, customerId }: { question: string; customerId: number },
): Promise<QuestionSeen | undefined> {
  const { rows } = await sql<QuestionSeen>`
    select q.text, q.answers, w.name as shop, coalesce(m.external_id, c.external_id) as customer,
           case when c.locale in ('ja', 'en') then c.locale else w.locale end as locale
      from question q
      join workspace w on w.id = q.workspace_id
      join customer c on c.workspace_id = q.workspace_id and c.id = ${customerId}
      left join customer m on m.workspace_id = c.workspace_id and m.id = c.merged_into
     where q.workspace_id = ${here.id} and q.name = ${question}`.execute(trx);
  return rows[0];
}

/** Answers that were given from one letter, in order of arrival. */
export async function answersFrom(
  trx: Trx,
  here: Here,
  { customerId, letterId, question, event }: { customerId: number; letterId: number; question: string; event: string },
): Promise<string[]> {
  const { rows } = await sql<{ answer: string }>`
    select properties ->> 'answer' as answer from event
     where workspace_id = ${here.id} and customer_id = ${customerId} and name = ${event}
       and properties ->> 'question' = ${question} and properties ->> 'letter' = ${String(letterId)}
     order by id`.execute(trx);
  return rows.map(({ answer }) => answer);
}
