import type { TemplateDetail } from '@tabiji/shared/api/mail.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { readFooter } from './gallery.ts';
import { keepTemplate } from './keep-template.ts';
import { localeOf } from './in-language.ts';
import { findTemplates, type TemplateRecord } from './templates.sql.ts';

/**
 * Puts the gallery's footer (who writes, where, how to stop it) at the end of a mail.
 * @throws AppError `not_found`; `refused` where the mail has no body to put it into
 */
export async function insertFooter(db: Db, workspaceId: number, key: string): Promise<TemplateDetail> {
  const { template, locale } = await inWorkspace(db, workspaceId, async (trx, here) => ({
    template: (await findTemplates(trx, here, [key]))[0],
    locale: here.locale,
  }));
  if (!template) throw new AppError('not_found', `There is no template ${key}.`);
  const { updatedAt: _, ...source } = template;
  const variants: TemplateRecord['variants'] = {};
  for (const [language, words] of Object.entries(source.variants))
    variants[language] = { ...words, mjml: await withFooter(words.mjml, localeOf(language)) };
  const language = /<mjml[^>]*\blang="(ja|en)/.exec(source.mjml)?.[1] ?? source.language ?? locale;
  return keepTemplate(db, workspaceId, {
    ...source,
    mjml: await withFooter(source.mjml, localeOf(language)),
    variants,
  });
}

async function withFooter(mjml: string, locale: Locale): Promise<string> {
  const end = mjml.lastIndexOf('</mj-body>');
  if (end < 0) throw new AppError('refused', 'The mail has no <mj-body>: write one, then insert the footer.');
  return mjml.slice(0, end) + section(await readFooter(locale)) + mjml.slice(end);
}

const section = (text: string) => `  <mj-section padding="24px 0 40px">
      <mj-column>
        <mj-text font-size="12px" line-height="1.8" color="#5b6672" padding="0 40px 8px">${text}</mj-text>
      </mj-column>
    </mj-section>
  `;
