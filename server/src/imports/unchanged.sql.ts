import { sql } from 'kysely';
import type { Identify } from '@tabiji/shared/api/facts.ts';
import type { Trx } from '../db/database.ts';

/** Positions of those who are already exactly as they are told to be; missing keys tell nothing. */
export async function unchangedCustomers(
  trx: Trx,
  workspaceId: number,
  told: readonly Identify[],
): Promise<Set<number>> {
  if (told.length === 0) return new Set();
  const same = (key: string, column: string) =>
    sql`(not t.data ? ${key}::text or t.data ->> ${key}::text is not distinct from c.${sql.ref(column)})`;
  const { rows } = await sql<{ position: number }>`
    select t.position::int as position
      from unnest(${told.map(({ customer }) => customer)}::text[], ${told.map((one) => JSON.stringify(one))}::jsonb[])
           with ordinality as t(external_id, data, position)
      join customer c on c.workspace_id = ${workspaceId} and c.external_id = t.external_id
     where ${same('email', 'email')} and ${same('phone', 'phone')}
       and ${same('lastName', 'last_name')} and ${same('firstName', 'first_name')}
       and ${same('lastNameKana', 'last_name_kana')} and ${same('firstNameKana', 'first_name_kana')}
       and ${same('locale', 'locale')} and ${same('timeZone', 'time_zone')}
       and c.attributes || coalesce(t.data -> 'attributes', '{}') = c.attributes`.execute(trx);
  return new Set(rows.map(({ position }) => position - 1));
}
