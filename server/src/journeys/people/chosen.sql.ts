import { type RawBuilder, sql } from 'kysely';
import type { ActOnPeople } from '@tabiji/shared/api/people.ts';
import type { Here } from '../../db/in-workspace.ts';

export type Chosen = ActOnPeople['who'];

/** People inside a journey who are meant, of `enrollment e join customer c`. */
export const isChosen = (here: Here, journeyId: number, who: Chosen): RawBuilder<boolean> => sql<boolean>`
  e.workspace_id = ${here.id} and e.journey_id = ${journeyId} and e.ended_at is null and ${among(who)}`;

function among(who: Chosen): RawBuilder<boolean> {
  if ('ids' in who) return sql`e.id = any(${who.ids}::bigint[])`;
  const { node, version, q = '' } = who;
  const pattern = `%${q.trim().replace(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`
    ${node === undefined ? sql`true` : sql`e.node = ${node}`} and ${version === undefined ? sql`true` : sql`e.version = ${version}`}
    and ${
      q.trim() === ''
        ? sql`true`
        : sql`exists (
            select from customer c where c.workspace_id = e.workspace_id and c.id = e.customer_id
               and concat_ws(' ', c.last_name, c.first_name, c.last_name || c.first_name, c.last_name_kana, c.first_name_kana,
                             c.last_name_kana || c.first_name_kana, c.email, c.external_id) ilike ${pattern})`
    }`;
}
