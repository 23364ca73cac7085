import { sql } from 'kysely';
import type { Locale } from '@tabiji/shared/locale.ts';
import { ALL_TOPICS } from '@tabiji/shared/sending/topics.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** One kind of mail, and whether the reader gets it. */
export interface Choice {
  key: string;
  name: string;
  about: string;
  subscribed: boolean;
}

/** Who follows a link, and what can be chosen. */
export interface Reader {
  /** Of a merged customer, whom they were merged into. */
  customerId: number;
  shop: string;
  locale: Locale;
  /** Everything that can be refused, as it stands. */
  choices: Choice[];
}

/** A customer as the reader of a link, which may be about a topic that is gone; undefined when there is no such customer any more. */
export async function findReader(trx: Trx, here: Here, customer: number, topic?: string): Promise<Reader | undefined> {
  const { rows } = await sql<{ id: number; shop: string; locale: Locale; said: Record<string, Said> | null }>`
    select coalesce(c.merged_into, c.id) as id, w.name as shop,
           case when lower(left(c.locale, 2)) in ('ja', 'en') and c.locale !~ '^[a-zA-Z]{3}' then lower(left(c.locale, 2))
                else w.locale end as locale,
           (select jsonb_object_agg(s.topic, jsonb_build_array(s.subscribed, extract(epoch from s.at)))
              from subscription s
             where s.workspace_id = c.workspace_id and s.customer_id = coalesce(c.merged_into, c.id)) as said
      from customer c join workspace w on w.id = c.workspace_id
     where c.workspace_id = ${here.id} and c.id = ${customer}`.execute(trx);
  const [row] = rows;
  if (!row) return undefined;
  const marketing = here.topics.filter(({ kind }) => kind === 'marketing');
  const isKnown = topic === undefined || here.topics.some(({ key }) => key === topic);
  const gone = {
    key: topic ?? '',
    name: { ja: topic ?? '', en: topic ?? '' },
    about: { ja: '', en: '' },
    byDefault: true,
  };
  const choices = (isKnown ? marketing : [...marketing, gone]).map(({ key, name, about, byDefault }) => ({
    key,
    name: name[row.locale] || name.ja || name.en || key,
    about: about[row.locale],
    subscribed: wants(row.said ?? {}, key, byDefault),
  }));
  return { customerId: row.id, shop: row.shop, locale: row.locale, choices };
}

type Said = [subscribed: boolean, at: number];

/** The same rule as at sending: who refused everything gets what they asked for later. */
function wants(said: Record<string, Said>, topic: string, byDefault: boolean): boolean {
  const own = said[topic];
  const all = said[ALL_TOPICS];
  if (all && !all[0]) return own !== undefined && own[0] && own[1] >= all[1];
  return own?.[0] ?? byDefault;
}
