import { sql, type RawBuilder } from 'kysely';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** Enough to tell 1 % from 2 %. */
const SAMPLE = 20_000;

const COLUMNS: Readonly<Record<string, string>> = {
  'customer.lastName': 'last_name',
  'customer.firstName': 'first_name',
  'customer.lastNameKana': 'last_name_kana',
  'customer.firstNameKana': 'first_name_kana',
  'customer.phone': 'phone',
};
const ATTRIBUTES = 'customer.attributes.';

/**
 * Of how many customers who can be written to a value is not known, 0–1, by the value's name in mails. Counted in a
 * sample of pages where there are many; names that are always known are left out.
 */
export async function missingShares(trx: Trx, here: Here, names: readonly string[]): Promise<Map<string, number>> {
  const asked = names.flatMap((name): [string, RawBuilder<unknown>][] => {
    const test = isMissing(name);
    return test ? [[name, test]] : [];
  });
  if (asked.length === 0) return new Map();
  const { rows } = await sql<{ all: number; missing: number[] }>`
    select count(*)::int as all,
           array[${sql.join(asked.map(([, test]) => sql`count(*) filter (where ${test})`))}]::int[] as missing
      from customer tablesample system (
             (select least(100, ${SAMPLE} * 100.0 / greatest(reltuples, 1)) from pg_class where oid = 'customer'::regclass))
           repeatable (1)
     where workspace_id = ${here.id} and email is not null and merged_into is null`.execute(trx);
  const [{ all, missing } = { all: 0, missing: [] }] = rows;
  return new Map(all === 0 ? [] : asked.map(([name], i) => [name, (missing[i] ?? 0) / all]));
}

function isMissing(name: string): RawBuilder<unknown> | undefined {
  if (name === 'customer.name') return sql`coalesce(last_name, '') = '' and coalesce(first_name, '') = ''`;
  if (name.startsWith(ATTRIBUTES)) return sql`coalesce(attributes ->> ${name.slice(ATTRIBUTES.length)}, '') = ''`;
  const column = COLUMNS[name];
  return column === undefined ? undefined : sql`coalesce(${sql.ref(column)}, '') = ''`;
}

/** Of how many of the newest customers who can be written to each language is known, 0–1. */
export async function localeShares(trx: Trx, here: Here): Promise<Map<string, number>> {
  const { rows } = await sql<{ locale: string | null; share: number }>`
    select locale, count(*)::float8 / sum(count(*)) over () as share from (
      select locale from customer
       where workspace_id = ${here.id} and email is not null and merged_into is null order by id desc limit ${SAMPLE}) c
     group by locale`.execute(trx);
  return new Map(rows.flatMap(({ locale, share }) => (locale === null ? [] : [[locale, share] as const])));
}
