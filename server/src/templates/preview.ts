import type { PreviewTemplate, TemplatePreview } from '@tabiji/shared/api/mail.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Db, Trx } from '../db/database.ts';
import { type Here, inWorkspace } from '../db/in-workspace.ts';
import { findCustomerFacts, workspaceName } from './addressee.sql.ts';
import { checkTemplate } from './check-template.ts';
import { problemSentence } from './problem.ts';
import { renderLiquid } from './render-liquid.ts';
import { findTemplates } from './templates.sql.ts';
import { mailValues, type MailValues, NO_LINKS, sampleCustomer, workspaceValues } from './values.ts';

/**
 * A mail as the sender would write it now. What is wrong with an unsaved text is told in `problems`, beside empty content.
 * @throws AppError `not_found` for a template or customer that does not exist
 */
export async function previewTemplate(
  db: Db,
  workspaceId: number,
  key: string,
  { customer, subject, mjml, locale }: PreviewTemplate,
): Promise<TemplatePreview> {
  const { source, values } = await inWorkspace(db, workspaceId, async (trx, here) => {
    const [saved] = await findTemplates(trx, here, [key]);
    const source = { subject: subject ?? saved?.subject, mjml: mjml ?? saved?.mjml };
    return { source, values: await valuesFor(trx, here, customer) };
  });
  if (source.subject === undefined || source.mjml === undefined) {
    throw new AppError('not_found', `There is no template ${key}.`);
  }
  const checked = await checkTemplate({ subject: source.subject, mjml: source.mjml });
  const found = [...checked.problems, ...checked.unknownValues, ...checked.warnings];
  const problems = found.map((problem) => problemSentence(problem, locale ?? values.workspace.locale));
  if (!checked.compiled) return { subject: '', html: '', text: '', problems };
  try {
    const { html, ...rest } = renderLiquid(checked.compiled, values);
    return { ...rest, html: html.text, problems };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { subject: '', html: '', text: '', problems: [...problems, error.message] };
  }
}

/** What a mail says to a sample customer. */
export const sampleValues = (trx: Trx, here: Here): Promise<MailValues> => valuesFor(trx, here, undefined);

async function valuesFor(trx: Trx, here: Here, customer: number | undefined): Promise<MailValues> {
  const facts = customer === undefined ? sampleCustomer(here.locale) : await findCustomerFacts(trx, here, customer);
  if (!facts) throw new AppError('not_found', `There is no customer ${customer}.`);
  return mailValues(facts, {
    workspace: workspaceValues(here, await workspaceName(trx, here)),
    journey: here.locale === 'ja' ? 'ジャーニー名' : 'Journey name',
    now: here.now,
    links: NO_LINKS,
  });
}
