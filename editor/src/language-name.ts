import type { Locale } from '@tabiji/shared/locale.ts';

const NAMES: Readonly<Record<Locale, Intl.DisplayNames>> = {
  ja: new Intl.DisplayNames(['ja'], { type: 'language' }),
  en: new Intl.DisplayNames(['en'], { type: 'language' }),
};

/** What a language is called: 英語, Traditional Chinese. */
export const languageName = (language: string, locale: Locale): string => NAMES[locale].of(language) ?? language;
