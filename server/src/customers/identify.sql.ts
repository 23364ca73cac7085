import { sql } from 'kysely';
import type { Identify } from '@tabiji/shared/api/facts.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** What is to change about one customer: keys that are missing stay as they are, null clears, attributes merge. */
export type Change = Omit<Identify, 'customer'>;

/** Writes what customers are like. `changes` by customer id; the customers are locked. */
export async function changeCustomers(trx: Trx, here: Here, changes: ReadonlyMap<number, Change>): Promise<void> {
  if (changes.size === 0) return;
  const texts = [...changes.values()].map((change) => JSON.stringify(change));
  const text = (key: string, column: string) =>
    sql`${sql.ref(column)} = case when j.data ? ${key}::text then j.data ->> ${key}::text else c.${sql.ref(column)} end`;
  await sql`
    update customer c
       set ${text('email', 'email')}, ${text('phone', 'phone')},
           ${text('lastName', 'last_name')}, ${text('firstName', 'first_name')},
           ${text('lastNameKana', 'last_name_kana')}, ${text('firstNameKana', 'first_name_kana')},
           ${text('locale', 'locale')}, ${text('timeZone', 'time_zone')},
           attributes = jsonb_strip_nulls(c.attributes || coalesce(j.data -> 'attributes', '{}')),
           updated_at = ${new Date(here.now)}
      from unnest(${[...changes.keys()]}::bigint[], ${texts}::jsonb[]) as j(id, data)
     where c.workspace_id = ${here.id} and c.id = j.id`.execute(trx);
}
