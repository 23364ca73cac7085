import { sql } from 'kysely';
import type { Catalogue } from '@tabiji/shared/api/workspace.ts';
import type { Here } from '../db/in-workspace.ts';
import { findShop } from '../engine/shop.sql.ts';
import type { Trx } from '../db/database.ts';
import { choosableSenders } from '../senders/senders.sql.ts';

const BASIC = ['email', 'phone', 'lastName', 'firstName', 'lastNameKana', 'firstNameKana', 'locale'];

/** Names that condition builders offer. Attributes are looked for among the newest and the oldest customers. */
export async function catalogueOf(trx: Trx, here: Here): Promise<Catalogue> {
  const attributes = await sql<{ name: string }>`
    select distinct k.name
      from ((select attributes from customer where workspace_id = ${here.id} order by id desc limit 2000)
            union all
            (select attributes from customer where workspace_id = ${here.id} order by id limit 2000)) c,
           jsonb_object_keys(c.attributes) as k(name)
     order by 1 limit 500`.execute(trx);
  const events = await sql<{ name: string }>`
    select distinct name from (select name from event where workspace_id = ${here.id} limit 50000) e order by 1 limit 500`.execute(
    trx,
  );
  const segments = await trx
    .selectFrom('segment')
    .select(['key', 'name'])
    .where('workspace_id', '=', here.id)
    .orderBy('name')
    .execute();
  const templates = await trx
    .selectFrom('template')
    .select(['key', 'name', 'subject'])
    .where('workspace_id', '=', here.id)
    .orderBy('name')
    .execute();
  return {
    attributes: [...BASIC, ...attributes.rows.map(({ name }) => name).filter((name) => !BASIC.includes(name))],
    events: events.rows.map(({ name }) => name),
    segments,
    templates,
    ranks: (await findShop(trx, here.id)).cpm.ranks.map(({ key, name }) => ({ key, name })),
    senders: await choosableSenders(trx, here),
    topics: here.topics.map(({ key, name, kind }) => ({ key, name, kind })),
  };
}
