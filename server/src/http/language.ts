import { LOCALES, type Locale } from '@tabiji/shared/locale.ts';
import type { Context } from 'hono';

/** The language the caller asks for with `?locale=` or Accept-Language; undefined when neither names one of ours. */
export function languageOf(c: Context): Locale | undefined {
  const wanted = [c.req.query('locale') ?? '', ...(c.req.header('accept-language') ?? '').split(',')];
  const tags = wanted.map((tag) => tag.trim().slice(0, 2).toLowerCase());
  return tags.flatMap((tag) => LOCALES.filter((locale) => locale === tag))[0];
}
