import { z } from 'zod';

export const LOCALES = ['ja', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** One text in both languages of the product. */
export const Words = z.object({ ja: z.string(), en: z.string() });
export type Words = Readonly<Record<Locale, string>>;

/** Of the two languages, the one for a reader whose own is a tag such as `ja-JP`; unknown: the workspace's. */
export const languageOf = (tag: string | null, workspace: Locale): Locale =>
  (tag || workspace).startsWith('ja') ? 'ja' : 'en';
