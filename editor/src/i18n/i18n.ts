import type { Locale } from '@tabiji/shared/locale.ts';
import i18next, { type BackendModule, type ReadCallback, type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { z } from 'zod';
import { CORE, LATER } from './families.ts';
import { isLocale } from './locale.ts';

const STORED = 'tabiji-locale';

/** The stored choice, else what the browser speaks, else Japanese. */
function firstLocale(): Locale {
  const stored = localStorage.getItem(STORED);
  if (isLocale(stored)) return stored;
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale);
  return spoken ?? 'ja';
}

/** The families that are needed at once, and what zod says about values it refuses. */
const CORES = { ja: () => import('./core/ja.ts'), en: () => import('./core/en.ts') };
/** Each of the others is a file in each language, and exports its texts by the family's name. */
const FILES = import.meta.glob<Texts>(
  './{ja,en}/{approval,blocks,brand,conditions,customers,feedback,files,gallery,gate,imports,keys,languages,letters,mail,pace,palette,planned,products,rehearsal,release,reports,returns,segments,senders,stopping,templates,why}.ts',
);

type Texts = Record<string, ResourceKey>;

async function textsOf(locale: string, family: string): Promise<ResourceKey | undefined> {
  const later = FILES[`./${locale}/${family}.ts`];
  const texts: Texts = later ? await later() : { ...(await CORES[locale === 'en' ? 'en' : 'ja']()), rules: {} };
  return texts[family];
}

/** Fetches the texts of a family in one language when something of it is drawn. */
const files: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (locale, family, done) => void answer(textsOf(locale, family), done),
};

async function answer(texts: Promise<ResourceKey | undefined>, done: ReadCallback): Promise<void> {
  try {
    done(null, await texts);
  } catch (error) {
    done(error instanceof Error ? error : new Error(String(error)), true); // true: to be asked for again
  }
}

async function follow(locale: Locale): Promise<void> {
  const { rules } = await CORES[locale]();
  // jitless: zod builds no functions from strings, so that `script-src 'self'` is enough.
  z.config({ ...rules(), jitless: true });
  document.documentElement.lang = locale;
}

/** Switches the language and remembers it. */
export async function chooseLocale(locale: Locale): Promise<void> {
  localStorage.setItem(STORED, locale);
  await follow(locale);
  await i18next.changeLanguage(locale);
}

/** Starts the translations; call once, before the first render. */
export async function startI18n(): Promise<void> {
  const locale = firstLocale();
  const started = i18next
    .use(files)
    .use(initReactI18next)
    .init({
      lng: locale,
      supportedLngs: ['ja', 'en'],
      fallbackLng: false,
      ns: CORE,
      defaultNS: 'ui',
      returnNull: false,
      interpolation: { escapeValue: false },
    });
  await Promise.all([started, follow(locale)]);
}

/** A page whose texts come together with its code. */
export const withTexts =
  <Page>(load: () => Promise<Page>, ...families: (typeof LATER)[number][]) =>
  async (): Promise<Page> => {
    const [page] = await Promise.all([load(), i18next.loadNamespaces(families)]);
    return page;
  };

/** Fetches the texts that nothing drawn so far has needed. */
export const fetchTexts = (): Promise<void> => i18next.loadNamespaces(LATER);
