import { createHash } from 'node:crypto';
import type { Words } from '@tabiji/shared/locale.ts';
import { checkTemplate, type CheckedTemplate, type CheckOptions, type TemplateSource } from './check-template.ts';
import type { TemplateProblem } from './problem.ts';
import type { CompiledTemplate } from './render-liquid.ts';

/** A mail as its author writes it, in every language it has. */
export interface MailSource extends TemplateSource {
  /** Of `subject` and `mjml`; null: the workspace's. */
  language?: string | null | undefined;
  variants?: Readonly<Record<string, TemplateSource>> | undefined;
}

/** A mail in one of its languages; `language` is undefined for the main one. */
export interface Written extends TemplateSource {
  language: string | undefined;
}

/** The mail in each of its languages, the main one first. */
export const writtenIn = ({ subject, mjml, variants = {} }: MailSource): Written[] => [
  { language: undefined, subject, mjml },
  ...Object.entries(variants).map(([language, words]) => ({ language, subject: words.subject, mjml: words.mjml })),
];

/**
 * Compiles a mail in all of its languages. What is wrong in one that is not the main one says so.
 * @param options `language`: the workspace's, which a mail without one of its own is in
 */
export async function checkMail(
  source: MailSource,
  { language: ours, ...options }: CheckOptions & { language: string },
): Promise<CheckedTemplate> {
  const [main, ...others] = await Promise.all(writtenIn(source).map((one) => checkTemplate(one, options)));
  const languages = Object.keys(source.variants ?? {});
  const all = [main!, ...others.map((checked, at) => sayingWhere(checked, languages[at]!))];
  const isWhole = all.every(({ compiled }) => compiled !== null);
  return {
    compiled: isWhole
      ? together(main!.compiled!, { language: source.language ?? ours, ours, languages, others })
      : null,
    problems: all.flatMap(({ problems }) => problems),
    unknownValues: all.flatMap(({ unknownValues }) => unknownValues),
    links: all.flatMap(({ links }) => links),
    warnings: all.flatMap(({ warnings }) => warnings),
  };
}

/** A mail in the workspace's language alone stays what it was before there were languages. */
function together(
  main: CompiledTemplate,
  {
    language,
    ours,
    languages,
    others,
  }: { language: string; ours: string; languages: readonly string[]; others: readonly CheckedTemplate[] },
): CompiledTemplate {
  if (languages.length === 0 && language === ours) return main;
  const variants = Object.fromEntries(
    languages.map((one, at): [string, CompiledTemplate] => [one, { ...others[at]!.compiled!, language: one }]),
  );
  const hash = hashOf(`${language}\0${main.hash}`, variants);
  return { ...main, hash, language, ...(languages.length > 0 && { variants }) };
}

/** Changes with each of the languages, so that a version is one content. */
function hashOf(main: string, variants: Readonly<Record<string, CompiledTemplate>>): string {
  const hash = createHash('sha256').update(main);
  for (const language of Object.keys(variants).toSorted()) hash.update(`\0${language}\0${variants[language]!.hash}`);
  return hash.digest('hex');
}

const sayingWhere = (checked: CheckedTemplate, language: string): CheckedTemplate => ({
  ...checked,
  problems: checked.problems.map((one) => inVariant(one, language)),
  unknownValues: checked.unknownValues.map((one) => inVariant(one, language)),
  warnings: checked.warnings.map((one) => inVariant(one, language)),
});

/** A problem of a mail's variant, or of its main language, where `language` is undefined. */
export function inVariant(found: TemplateProblem, language: string | undefined): TemplateProblem {
  if (language === undefined) return found;
  const { ja, en } = nameOfLanguage(language);
  return { ...found, text: { ja: `${ja}版：${found.text.ja}`, en: `${en} version: ${found.text.en}` } };
}

/** What a language is called. */
export const nameOfLanguage = (language: string): Words => ({
  ja: NAMES.ja.of(language) ?? language,
  en: NAMES.en.of(language) ?? language,
});
const NAMES = {
  ja: new Intl.DisplayNames(['ja'], { type: 'language' }),
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
};
