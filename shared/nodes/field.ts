import type { Json } from '../json.ts';
import type { Locale, Words } from '../locale.ts';
import type { NamesOf } from './define-node.ts';

/** One setting of a configuration as people speak of it: what it is called, and how its value is said. */
export interface Field extends Words {
  /** For values that a number, a text, a length of time or a condition does not already say. */
  say?: (value: Json, locale: Locale, names: NamesOf) => string;
}

/** The name of the template behind a key. */
export const sayTemplate = (value: Json, _: Locale, names: NamesOf): string =>
  typeof value === 'string' ? (names.template(value) ?? value) : '';

/** The name of the topic behind a key. */
export const sayTopic = (value: Json, _: Locale, names: NamesOf): string =>
  typeof value === 'string' ? (names.topic?.(value) ?? value) : '';

/** What a node is called that a configuration mentions. */
export const sayNode = (value: Json, _: Locale, names: NamesOf): string =>
  typeof value === 'string' ? (names.node?.(value) ?? value) : '';

/** A value that is a text, as one; anything else as it is written down. */
export const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The words for each of a few values. */
export const sayOneOf =
  (words: Readonly<Record<string, Words>>) =>
  (value: Json, locale: Locale): string =>
    words[textOf(value)]?.[locale] ?? textOf(value);

/** Every entry of a list in the same way, side by side. */
export const sayEach =
  (say: NonNullable<Field['say']>) =>
  (value: Json, locale: Locale, names: NamesOf): string =>
    (Array.isArray(value) ? value : []).map((one) => say(one, locale, names)).join(locale === 'ja' ? '、' : ', ');
