import { languageFor } from '@tabiji/shared/mail/languages.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import type { CompiledTemplate } from './render-liquid.ts';

/** The mail as a reader of this language gets it; its main language for who reads none of its others. */
export function inLanguage(template: CompiledTemplate, wanted: string | undefined): CompiledTemplate {
  const { language, variants } = template;
  if (!variants || language === undefined || wanted === undefined) return template;
  const found = languageFor(wanted, [language, ...Object.keys(variants)]);
  return found === undefined || found === language ? template : (variants[found] ?? template);
}

/** All that a mail may say, its main language first. */
export const allLanguages = (template: CompiledTemplate): readonly CompiledTemplate[] => [
  template,
  ...Object.values(template.variants ?? {}),
];

/** How dates and numbers are written in this language. */
export const localeOf = (language: string): Locale => (language.split('-')[0] === 'ja' ? 'ja' : 'en');
