import { LOCALES, type Locale } from '@tabiji/shared/locale.ts';
import { useTranslation } from 'react-i18next';

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value);

/** The language shown now. */
export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'ja';
}
