import { z } from 'zod';

export const LOCALES = ['ja', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** One text in both languages of the product. */
export const Words = z.object({ ja: z.string(), en: z.string() });
export type Words = Readonly<Record<Locale, string>>;
