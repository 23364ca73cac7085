import type { Locale } from '@tabiji/shared/locale.ts';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { z } from 'zod';
import { en as zodEn, ja as zodJa } from 'zod/locales';
import { isLocale } from './locale.ts';
import { resources } from './resources.ts';

const STORED = 'tabiji-locale';

/** The stored choice, else what the browser speaks, else Japanese. */
function firstLocale(): Locale {
  const stored = localStorage.getItem(STORED);
  if (isLocale(stored)) return stored;
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale);
  return spoken ?? 'ja';
}

function follow(language: string): void {
  const locale: Locale = language === 'en' ? 'en' : 'ja';
  document.documentElement.lang = locale;
  // jitless: zod builds no functions from strings, so that `script-src 'self'` is enough.
  z.config({ ...(locale === 'ja' ? zodJa() : zodEn()), jitless: true });
}

/** Switches the language and remembers it. */
export async function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(STORED, locale);
  await i18next.changeLanguage(locale);
}

/** Starts the translations; call once, before the first render. */
export async function startI18n(): Promise<void> {
  i18next.on('languageChanged', follow);
  await i18next.use(initReactI18next).init({
    resources,
    lng: firstLocale(),
    supportedLngs: ['ja', 'en'],
    defaultNS: 'ui',
    returnNull: false,
    interpolation: { escapeValue: false },
  });
}
