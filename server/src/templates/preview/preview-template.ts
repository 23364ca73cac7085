import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import type { PreviewTemplate, TemplatePreview } from '@tabiji/shared/api/mail.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { languageFor } from '@tabiji/shared/mail/languages.ts';
import type { Db } from '../../db/database.ts';
import { inWorkspace } from '../../db/in-workspace.ts';
import { getMailSettings } from '../brand/settings.sql.ts';
import { type CheckedTemplate, lookThrough } from '../check-template.ts';
import { preheaderOf } from '../preheader.ts';
import { problemSentence, type TemplateProblem } from '../problem.ts';
import { renderLiquid } from '../render-liquid.ts';
import { languagesRead, missingLanguages } from '../missing-languages.ts';
import { findTemplates, type TemplateRecord } from '../templates.sql.ts';
import { listMailValues } from './mail-values.ts';
import { shopFindings } from './shop-findings.ts';
import { shownTo } from './values-for.ts';

/**
 * A mail as the sender would write it now. What is wrong with an unsaved text is told in `findings`, beside empty content.
 * @throws AppError `not_found` for a template or customer that does not exist
 */
export async function previewTemplate(
  db: Db,
  workspaceId: number,
  key: string,
  { subject, mjml, language, languages, locale, mapped, brand, sender, ...who }: PreviewTemplate,
): Promise<TemplatePreview> {
  const { source, values, from, speaker, shop, settings, lacking, here } = await inWorkspace(
    db,
    workspaceId,
    async (trx, here) => {
      const [saved] = await findTemplates(trx, here, [key]);
      const { values, voice, speaker } = await shownTo(trx, here, who, { template: key, sender });
      const kind = saved && { ...saved, language: saved.language ?? here.locale };
      const read = kind && wordsFor(kind, language ?? values.customer.language);
      const source = {
        subject: subject ?? read?.subject,
        mjml: mjml ?? read?.mjml,
        language: language ?? read?.language,
      };
      const lacking = languages ? missingLanguages(await languagesRead(trx, here), languages) : [];
      const shop = {
        values: mapped ? await listMailValues(trx, here) : [],
        avoidedWords: here.rules.avoidedWords ?? [],
      };
      const kept = await getMailSettings(trx, here);
      const settings = brand ? { ...kept, brand } : kept;
      return { source, values, from: voice.from, speaker, shop, settings, lacking, here };
    },
  );
  if (source.subject === undefined || source.mjml === undefined) {
    throw new AppError('not_found', `There is no template ${key}.`);
  }
  const written = { subject: source.subject, mjml: source.mjml };
  const checked = await lookThrough(written, shop, { mapped, settings, campaign: key });
  const found = findingsOf(checked);
  const problems = found.map((finding) => problemSentence(finding, locale ?? values.workspace.locale));
  if (!checked.compiled) return { ...NOTHING, from, problems, findings: found };
  try {
    const { html, ...rest } = renderLiquid(
      { ...checked.compiled, ...(source.language && { language: source.language }) },
      values,
    );
    const said = html.text;
    const bytes = Buffer.byteLength(checked.compiled.html.replaceAll(/ data-src="\d+"/g, ''));
    const own = mapped ? shopFindings(checked.compiled, written, { here, utm: settings.utm, speaker }) : [];
    const findings = mapped ? [...found, ...lacking, ...own, ...checked.findings] : found;
    return { ...rest, from, html: said, preheader: preheaderOf(said), bytes, problems, findings };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return {
      ...NOTHING,
      from,
      problems: [...problems, error.message],
      findings: [
        ...found,
        { code: 'liquid', severity: 'error', line: 1, text: { ja: error.message, en: error.message } },
      ],
    };
  }
}

/** The words of a saved mail that somebody gets who reads this language. */
function wordsFor(
  { subject, mjml, language, variants }: TemplateRecord & { language: string },
  wanted: string,
): { subject: string; mjml: string; language: string } {
  const found = languageFor(wanted, [language, ...Object.keys(variants)]);
  const words = found === undefined ? undefined : variants[found];
  return words && found !== undefined ? { ...words, language: found } : { subject, mjml, language };
}

const NOTHING = { subject: '', html: '', text: '', preheader: '', bytes: 0 };

const findingsOf = ({ problems, unknownValues, warnings }: CheckedTemplate): MailFinding[] => [
  ...problems.map(asFinding('broken', 'error')),
  ...unknownValues.map(asFinding('unknown_value', 'error')),
  ...warnings.map(asFinding('mjml', 'warning')),
];

const asFinding =
  (code: string, severity: MailFinding['severity']) =>
  ({ line, text }: TemplateProblem): MailFinding => ({ code, severity, line, text });
