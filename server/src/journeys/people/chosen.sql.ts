import { type RawBuilder, sql } from 'kysely';
import type { ActOnPeople } from '@tabiji/shared/api/people.ts';
import { foundBy } from '../../customers/found.sql.ts';
import type { Here } from '../../db/in-workspace.ts';

export type Chosen = ActOnPeople['who'];

/** People inside a journey who are meant, of `enrollment e join customer c`. */
export const isChosen = (here: Here, journeyId: number, who: Chosen): RawBuilder<boolean> => sql<boolean>`
  e.workspace_id = ${here.id} and e.journey_id = ${journeyId} and e.ended_at is null and ${among(here, who)}`;

function among(here: Here, who: Chosen): RawBuilder<boolean> {
  if ('ids' in who) return sql`e.id = any(${who.ids}::bigint[])`;
  const { node, version, q = '' } = who;
  return sql`
    ${node === undefined ? sql`true` : sql`e.node = ${node}`} and ${version === undefined ? sql`true` : sql`e.version = ${version}`}
    and ${q.trim() === '' ? sql`true` : sql`e.customer_id in (${foundBy(here, q)})`}`;
}
