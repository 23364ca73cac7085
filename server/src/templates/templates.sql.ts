import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { CompiledTemplate } from './render-liquid.ts';

export interface TemplateRecord {
  key: string;
  name: string;
  subject: string;
  mjml: string;
  updatedAt: Date;
}

export async function listTemplates(trx: Trx, here: Here): Promise<Omit<TemplateRecord, 'mjml'>[]> {
  const rows = await trx
    .selectFrom('template')
    .select(['key', 'name', 'subject', 'updated_at as updatedAt'])
    .where('workspace_id', '=', here.id)
    .orderBy('key')
    .execute();
  return rows;
}

/** Those of the keys that exist. */
export const findTemplates = (trx: Trx, here: Here, keys: readonly string[]): Promise<TemplateRecord[]> =>
  trx
    .selectFrom('template')
    .select(['key', 'name', 'subject', 'mjml', 'updated_at as updatedAt'])
    .where('workspace_id', '=', here.id)
    .where('key', 'in', keys.length > 0 ? [...keys] : [''])
    .orderBy('key')
    .execute();

/** Makes a template or replaces it; published versions stay as they are. */
export async function saveTemplate(trx: Trx, here: Here, template: Omit<TemplateRecord, 'updatedAt'>): Promise<void> {
  const values = { ...template, updated_at: new Date(here.realNow) };
  await trx
    .insertInto('template')
    .values({ workspace_id: here.id, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key']).doUpdateSet(values))
    .execute();
}

/** Makes a template where there is none under its key yet. */
export async function addTemplate(trx: Trx, here: Here, template: Omit<TemplateRecord, 'updatedAt'>): Promise<void> {
  await trx
    .insertInto('template')
    .values({ workspace_id: here.id, ...template, updated_at: new Date(here.realNow) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The id of this content's version, made where it is new. */
export async function versionOf(trx: Trx, here: Here, key: string, template: CompiledTemplate): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into template_version (workspace_id, key, subject, html, hash, created_at)
    values (${here.id}, ${key}, ${template.subject}, ${template.html}, ${Buffer.from(template.hash, 'hex')},
            ${new Date(here.realNow)})
    on conflict (workspace_id, key, hash) do update set hash = excluded.hash
    returning id`.execute(trx);
  return rows[0]!.id;
}

/** Compiled templates by version id. */
export async function loadVersions(
  trx: Trx,
  here: Here,
  ids: readonly number[],
): Promise<Map<number, CompiledTemplate>> {
  if (ids.length === 0) return new Map();
  const rows = await trx
    .selectFrom('template_version')
    .select(['id', 'subject', 'html', 'hash'])
    .where('workspace_id', '=', here.id)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, subject, html, hash }) => [id, { hash: hash.toString('hex'), subject, html }]));
}
