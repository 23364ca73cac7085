import type { Persona } from '@tabiji/shared/api/mail-page.ts';
import type { Locale } from '@tabiji/shared/locale.ts';
import { type CustomerFacts, sampleCustomer } from '../values.ts';

const NAMES: Readonly<Record<'long' | 'old_forms', Record<Locale, readonly [string, string, string, string]>>> = {
  long: {
    ja: ['勅使河原ヴィクトリア', 'アレクサンドリーナ絵里加', 'テシガワラヴィクトリア', 'アレクサンドリーナエリカ'],
    en: ['Featherstonehaugh-Cholmondeley', 'Maximiliana Theodora Alexandrina', '', ''],
  },
  old_forms: {
    ja: ['髙𠮷﨑', '渚🌸', 'タカヨシザキ', 'ナギサ'],
    en: ['O’Connor–Łukasz', 'Zoë 🌸', '', ''],
  },
};

const NOBODY = {
  last_name: null,
  first_name: null,
  last_name_kana: null,
  first_name_kana: null,
  phone: null,
  first_order_at: null,
  last_order_at: null,
  order_count: 0,
  order_amount: 0,
};

/** Customers at the edges, on whom mails break first. */
export function personaFacts(persona: Persona, locale: Locale): CustomerFacts {
  const usual = sampleCustomer(locale);
  if (persona === 'nameless') return { ...usual, ...NOBODY };
  if (persona === 'stopped') return usual;
  const [last_name, first_name, last_name_kana, first_name_kana] = NAMES[persona][locale];
  return { ...usual, last_name, first_name, last_name_kana, first_name_kana };
}
