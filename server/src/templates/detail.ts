import type { TemplateDetail, TemplateRow } from '@tabiji/shared/api/mail.ts';
import type { Here } from '../db/in-workspace.ts';
import type { TemplateLine, TemplateRecord } from './templates.sql.ts';

/** A template as lists show it. */
export const rowOf = (
  { key, name, subject, updatedAt, language, others }: TemplateLine,
  { locale }: Pick<Here, 'locale'>,
): TemplateRow => ({
  key,
  name,
  subject,
  updatedAt: updatedAt.toISOString(),
  language: language ?? locale,
  others,
});

/** A template with all that it says. */
export const detailOf = (template: TemplateRecord, here: Pick<Here, 'locale'>): TemplateDetail => ({
  ...rowOf({ ...template, others: Object.keys(template.variants).toSorted() }, here),
  mjml: template.mjml,
  variants: template.variants,
});
