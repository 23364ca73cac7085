export const LOCALES = ['ja', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** One text in both languages of the product. */
export type Words = Readonly<Record<Locale, string>>;
