import type { Locale } from '@tabiji/shared/locale.ts';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { z } from 'zod';
import { isLocale } from './locale.ts';

const STORED = 'tabiji-locale';

/** The stored choice, else what the browser speaks, else Japanese. */
function firstLocale(): Locale {
  const stored = localStorage.getItem(STORED);
  if (isLocale(stored)) return stored;
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale);
  return spoken ?? 'ja';
}

const LANGUAGES = { ja: () => import('./ja.ts'), en: () => import('./en.ts') };

/** Fetches a language's texts, unless they are here, and shows everything in it. */
async function show(locale: Locale): Promise<void> {
  const { texts, zodTexts } = await LANGUAGES[locale]();
  for (const [family, words] of Object.entries(texts)) i18next.addResourceBundle(locale, family, words);
  // jitless: zod builds no functions from strings, so that `script-src 'self'` is enough.
  z.config({ ...zodTexts(), jitless: true });
  document.documentElement.lang = locale;
  await i18next.changeLanguage(locale);
}

/** Switches the language and remembers it. */
export async function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(STORED, locale);
  await show(locale);
}

/** Starts the translations; call once, before the first render. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    supportedLngs: ['ja', 'en'],
    defaultNS: 'ui',
    returnNull: false,
    interpolation: { escapeValue: false },
  });
  await show(firstLocale());
}
