import { sql } from 'kysely';
import type { Json } from '@tabiji/shared/json.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';

/** Attributes of the newest customers, each with a value that somebody has; the answers to questions are apart. */
export async function attributesSeen(trx: Trx, here: Here): Promise<{ name: string; sample: Json }[]> {
  const { rows } = await sql<{ name: string; sample: Json }>`
    select k.key as name, (array_agg(k.value) filter (where k.value not in ('null', '""')))[1] as sample
      from (select attributes from customer where workspace_id = ${here.id} order by id desc limit 2000) c,
           jsonb_each(c.attributes) as k
     where k.key not like 'answers.%'
     group by k.key order by k.key limit 300`.execute(trx);
  return rows;
}

/** The questions of published journeys, whose answers are links in mails. */
export async function questionsAsked(
  trx: Trx,
  here: Here,
): Promise<{ name: string; text: string; answers: { value: string; label: string }[] }[]> {
  const { rows } = await sql<{ name: string; text: string; answers: { value: string; label: string }[] }>`
    select name, text, answers from question where workspace_id = ${here.id} order by name`.execute(trx);
  return rows;
}
