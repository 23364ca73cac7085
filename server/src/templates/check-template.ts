import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import type { MailSettings } from '@tabiji/shared/api/mail-settings.ts';
import type { QuestionLink } from '../questions/asked-links.ts';
import type { TemplateProblem } from './problem.ts';
import type { CompiledTemplate } from './render-liquid.ts';
import type { Answer, Shop } from './thread/messages.ts';
import { inThread, OverBudget } from './thread/thread.ts';
import { isTooMuch } from './too-much.ts';

/** A template as its author writes it. */
export interface TemplateSource {
  /** Liquid, one line */
  subject: string;
  /** MJML with Liquid */
  mjml: string;
}

export interface CheckedTemplate {
  /** null: it cannot be rendered at all. */
  compiled: CompiledTemplate | null;
  /** Why it cannot be rendered. */
  problems: TemplateProblem[];
  /** Values that no mail has. They keep a journey from being published, not a draft from being saved. */
  unknownValues: TemplateProblem[];
  /** Answers that it links to. */
  links: QuestionLink[];
  warnings: TemplateProblem[];
}

export interface CheckOptions {
  /** For previews only: elements of the HTML say where in the source they begin. */
  mapped?: boolean;
  /** Brand and parameters of links; ours where none are given. */
  settings?: Pick<MailSettings, 'brand' | 'utm'> | undefined;
  /** What links say the mail is called. */
  campaign?: string | undefined;
}

/** Compiles a template and says all that is wrong with it, in the lines of its source. */
export async function checkTemplate(source: TemplateSource, options: CheckOptions = {}): Promise<CheckedTemplate> {
  return (await ask({ subject: source.subject, mjml: source.mjml }, options)).checked;
}

/** The same with everything an author should look at. */
export async function lookThrough(
  source: TemplateSource,
  shop: Shop,
  options: CheckOptions,
): Promise<CheckedTemplate & { findings: MailFinding[] }> {
  const { checked, findings } = await ask(source, options, shop);
  return { ...checked, findings };
}

async function ask(source: TemplateSource, options: CheckOptions, look?: Shop): Promise<Answer> {
  if (source.mjml.length + source.subject.length > MOST) return { checked: refused(TOO_LONG), findings: [] };
  if (isTooMuch(source.mjml)) return { checked: refused(TOO_MUCH), findings: [] };
  try {
    return await inThread({ source, ...options, ...(look && { look }) });
  } catch (error) {
    if (!(error instanceof OverBudget)) throw error;
    return { checked: refused(TOO_MUCH), findings: [] };
  }
}

/** Characters; the API takes half a million. */
const MOST = 1_500_000;

const refused = (problem: TemplateProblem): CheckedTemplate => ({
  compiled: null,
  problems: [problem],
  unknownValues: [],
  links: [],
  warnings: [],
});
const TOO_LONG: TemplateProblem = {
  line: 1,
  text: {
    ja: '150万字を超えるテンプレートは使えません。短くしてください。',
    en: 'A template cannot have more than 1.5 million characters. Make it shorter.',
  },
};
const TOO_MUCH: TemplateProblem = {
  line: 1,
  text: {
    ja: 'このテンプレートは処理に時間がかかりすぎます。要素や繰り返し、入れ子を減らしてください。',
    en: 'This template takes too long to work through. Use fewer elements, fewer loops and less nesting.',
  },
};
