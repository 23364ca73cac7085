import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { TemplateSource } from './check-template.ts';
import type { CompiledTemplate } from './render-liquid.ts';

export interface TemplateRecord {
  key: string;
  name: string;
  subject: string;
  mjml: string;
  updatedAt: Date;
  /** Of subject and MJML; null: the workspace's. */
  language: string | null;
  /** The same in other languages. */
  variants: Record<string, TemplateSource>;
}

/** A template to save: without `language` or `variants` those that are there stay. */
export type TemplateToSave = Omit<TemplateRecord, 'updatedAt' | 'language' | 'variants'> &
  Partial<Pick<TemplateRecord, 'language' | 'variants'>>;

/** A template without its texts. */
export type TemplateLine = Pick<TemplateRecord, 'key' | 'name' | 'subject' | 'updatedAt' | 'language'> & {
  /** Besides its main one. */
  others: string[];
};

const OTHERS = sql<string[]>`array(
  select v.language from template_variant v
   where v.workspace_id = template.workspace_id and v.key = template.key order by v.language)`;

export async function listTemplates(trx: Trx, here: Here): Promise<TemplateLine[]> {
  const rows = await trx
    .selectFrom('template')
    .select(['key', 'name', 'subject', 'updated_at as updatedAt', 'language', OTHERS.as('others')])
    .where('workspace_id', '=', here.id)
    .orderBy('key')
    .execute();
  return rows;
}

const VARIANTS = sql<TemplateRecord['variants']>`coalesce((
  select jsonb_object_agg(v.language, jsonb_build_object('subject', v.subject, 'mjml', v.mjml))
    from template_variant v where v.workspace_id = template.workspace_id and v.key = template.key), '{}')`;

/** Those of the keys that exist. */
export const findTemplates = (trx: Trx, here: Here, keys: readonly string[]): Promise<TemplateRecord[]> =>
  trx
    .selectFrom('template')
    .select(['key', 'name', 'subject', 'mjml', 'updated_at as updatedAt', 'language', VARIANTS.as('variants')])
    .where('workspace_id', '=', here.id)
    .where('key', 'in', keys.length > 0 ? [...keys] : [''])
    .orderBy('key')
    .execute();

/** Names the sender of a template; null: the default one. @returns whether there is such a template */
export async function setTemplateSender(trx: Trx, here: Here, key: string, sender: string | null): Promise<boolean> {
  const row = await trx
    .updateTable('template')
    .set({ sender })
    .where('workspace_id', '=', here.id)
    .where('key', '=', key)
    .returning('key')
    .executeTakeFirst();
  return row !== undefined;
}

/** Template → the sender it names; those that name none are left out. */
export async function templateSenders(trx: Trx, here: Here, keys: readonly string[]): Promise<Record<string, string>> {
  if (keys.length === 0) return {};
  const rows = await trx
    .selectFrom('template')
    .select(['key', 'sender'])
    .where('workspace_id', '=', here.id)
    .where('key', 'in', [...keys])
    .where('sender', 'is not', null)
    .execute();
  return Object.fromEntries(rows.map(({ key, sender }) => [key, sender!]));
}

/** Makes a template or replaces it; published versions stay as they are. */
export async function saveTemplate(trx: Trx, here: Here, { variants, ...template }: TemplateToSave): Promise<void> {
  const values = { ...template, updated_at: new Date(here.realNow) };
  await trx
    .insertInto('template')
    .values({ workspace_id: here.id, ...values })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key']).doUpdateSet(values))
    .execute();
  if (variants) await replaceVariants(trx, here, template.key, variants);
  else if (template.language) await dropVariant(trx, here, template.key, template.language);
}

/** A language is a mail's main one or one of the others, never both. */
async function dropVariant(trx: Trx, here: Here, key: string, language: string): Promise<void> {
  await trx
    .deleteFrom('template_variant')
    .where('workspace_id', '=', here.id)
    .where('key', '=', key)
    .where('language', '=', language)
    .execute();
}

async function replaceVariants(trx: Trx, here: Here, key: string, variants: TemplateRecord['variants']): Promise<void> {
  await trx.deleteFrom('template_variant').where('workspace_id', '=', here.id).where('key', '=', key).execute();
  const rows = Object.entries(variants).map(([language, { subject, mjml }]) => ({
    workspace_id: here.id,
    key,
    language,
    subject,
    mjml,
  }));
  if (rows.length > 0) await trx.insertInto('template_variant').values(rows).execute();
}

/**
 * Makes a template where there is none under its key yet.
 * @returns whether it was made
 */
export async function addTemplate(trx: Trx, here: Here, { variants, ...template }: TemplateToSave): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('template')
    .values({ workspace_id: here.id, ...template, updated_at: new Date(here.realNow) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  const isNew = numInsertedOrUpdatedRows === 1n;
  if (variants && isNew) await replaceVariants(trx, here, template.key, variants);
  return isNew;
}

/** The id of this content's version, made where it is new. */
export async function versionOf(trx: Trx, here: Here, key: string, template: CompiledTemplate): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into template_version (workspace_id, key, subject, html, hash, created_at, language)
    values (${here.id}, ${key}, ${template.subject}, ${template.html}, ${hex(template.hash)}, ${new Date(here.realNow)},
            ${template.language ?? null})
    on conflict (workspace_id, key, hash) do update set hash = excluded.hash
    returning id`.execute(trx);
  const { id } = rows[0]!;
  const variants = Object.entries(template.variants ?? {}).map(([language, { subject, html, hash }]) => ({
    workspace_id: here.id,
    version: id,
    language,
    subject,
    html,
    hash: hex(hash),
  }));
  if (variants.length > 0)
    await trx
      .insertInto('template_version_variant')
      .values(variants)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  return id;
}

const hex = (hash: string): Buffer => Buffer.from(hash, 'hex');

interface VersionRow {
  id: number;
  /** Null in the main language's row where nobody said which that is. */
  language: string | null;
  isMain: boolean;
  subject: string;
  html: string;
  hash: Buffer;
}

/** Compiled templates in all their languages, by version id. One statement, however many there are. */
export async function loadVersions(
  trx: Trx,
  here: Here,
  ids: readonly number[],
): Promise<Map<number, CompiledTemplate>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<VersionRow>`
    select id, language, true as "isMain", subject, html, hash from template_version
     where workspace_id = ${here.id} and id = any(${[...ids]}::int[])
     union all
    select version, language, false, subject, html, hash from template_version_variant
     where workspace_id = ${here.id} and version = any(${[...ids]}::int[])`.execute(trx);
  const others = Map.groupBy(
    rows.filter(({ isMain }) => !isMain),
    ({ id }) => id,
  );
  return new Map(
    rows
      .filter(({ isMain }) => isMain)
      .map((row) => {
        const variants = others.get(row.id)?.map((one): [string, CompiledTemplate] => [one.language!, compiledOf(one)]);
        return [row.id, { ...compiledOf(row), ...(variants && { variants: Object.fromEntries(variants) }) }];
      }),
  );
}

const compiledOf = ({ language, subject, html, hash }: VersionRow): CompiledTemplate => ({
  hash: hash.toString('hex'),
  subject,
  html,
  ...(language !== null && { language }),
});
