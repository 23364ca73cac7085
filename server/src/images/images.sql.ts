import { sql } from 'kysely';
import type { ImageRow } from '@tabiji/shared/api/images.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Shrunk } from './shrink.ts';

export async function insertImage(
  trx: Trx,
  here: Here,
  { alt = '', ...image }: Shrunk & { id: string; name: string; alt?: string },
): Promise<void> {
  const created_at = new Date(here.realNow);
  await trx
    .insertInto('image')
    .values({ workspace_id: here.id, alt, created_at, ...image })
    .execute();
}

/** Newest first, with the templates that show each of them now; `id`: only that one. */
export async function listImages(trx: Trx, here: Here, id?: string): Promise<Omit<ImageRow, 'url'>[]> {
  const { rows } = await sql<Omit<ImageRow, 'url' | 'at'> & { at: Date }>`
    select i.id, i.name, i.alt, i.width, i.height, length(i.content) as bytes, i.created_at as at,
           array(select t.name from template t
                  where t.workspace_id = i.workspace_id and (strpos(t.mjml, i.id) > 0 or exists (
                          select from template_variant v where v.workspace_id = t.workspace_id and v.key = t.key
                             and strpos(v.mjml, i.id) > 0)) order by t.name) as "usedIn"
      from image i
     where i.workspace_id = ${here.id} and (${id ?? null}::text is null or i.id = ${id ?? null})
     order by i.created_at desc, i.id limit 500`.execute(trx);
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

/** What mail programs fetch. */
export const findImage = (trx: Trx, here: Here, id: string): Promise<{ type: string; content: Buffer } | undefined> =>
  trx
    .selectFrom('image')
    .select(['type', 'content'])
    .where('workspace_id', '=', here.id)
    .where('id', '=', id)
    .executeTakeFirst();

export async function describeImage(trx: Trx, here: Here, id: string, alt: string): Promise<void> {
  await trx.updateTable('image').set({ alt }).where('workspace_id', '=', here.id).where('id', '=', id).execute();
}

export async function deleteImage(trx: Trx, here: Here, id: string): Promise<void> {
  await trx.deleteFrom('image').where('workspace_id', '=', here.id).where('id', '=', id).execute();
}
