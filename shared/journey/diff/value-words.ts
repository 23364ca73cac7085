import { Condition } from '../../conditions/condition.ts';
import { conditionWords } from '../../conditions/words.ts';
import type { Json } from '../../json.ts';
import type { Locale, Words } from '../../locale.ts';
import type { NamesOf } from '../../nodes/define-node.ts';
import type { Field } from '../../nodes/field.ts';
import { isDuration } from '../../time.ts';
import { Window } from '../../time/window.ts';
import { windowWords } from '../../time/words.ts';
import { durationWords } from '../../words.ts';

/** What is said where no value stands. */
export const NONE: Words = { ja: 'なし', en: 'none' };

/** A setting's value in words; '' when no few words say it. */
export function valueWords(
  value: Json | undefined,
  locale: Locale,
  names: NamesOf,
  say: Field['say'] | undefined,
): string {
  const ja = locale === 'ja';
  const none = NONE[locale];
  if (value === undefined || value === null || value === '') return none;
  if (say) return say(value, locale, names) || none;
  if (typeof value === 'boolean') return value ? (ja ? 'あり' : 'on') : ja ? 'なし' : 'off';
  if (typeof value === 'number') return value.toLocaleString(locale);
  if (typeof value === 'string') return isDuration(value) ? durationWords(value, locale) : value;
  if (Array.isArray(value)) {
    if (value.length === 0) return none;
    const words = value.map((one) => valueWords(one, locale, names, undefined));
    return words.includes('') ? '' : words.join(ja ? '、' : ', ');
  }
  const window = Window.safeParse(value);
  if (window.success) return windowWords(window.data, locale);
  const condition = Condition.safeParse(value);
  return condition.success ? conditionWords(condition.data, locale, names) : '';
}
