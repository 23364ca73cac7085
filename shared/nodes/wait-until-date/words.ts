import type { Locale, Words } from '../../locale.ts';
import { roughLength } from '../../time.ts';
import { durationWords } from '../../words.ts';
import type { WaitUntilDate } from './node.ts';

/** What the plain dates are called. */
export const DATE_LABELS = {
  order: { ja: 'この注文の日', en: 'the order' },
  last_order: { ja: '最後の購入日', en: 'the last purchase' },
  first_order: { ja: '初回購入日', en: 'the first purchase' },
  shipped: { ja: '出荷日', en: 'shipping' },
  delivered: { ja: '到着日', en: 'delivery' },
} as const satisfies Record<string, Words>;

const isPlain = (date: string): date is keyof typeof DATE_LABELS => Object.hasOwn(DATE_LABELS, date);

/** What the date is called that a wait goes by. */
export function dateName(date: string, locale: Locale): string {
  if (isPlain(date)) return DATE_LABELS[date][locale];
  const [kind, name] = [date.slice(0, date.indexOf(':')), date.slice(date.indexOf(':') + 1)];
  if (locale === 'ja') return kind === 'event' ? `「${name}」があった日` : `「${name}」の日`;
  return kind === 'event' ? `the event “${name}”` : `the date in “${name}”`;
}

/** Until when, as one sentence. */
export function dateWords({ date, offset = 'P0D', at, every }: WaitUntilDate, locale: Locale): string {
  const [name, span, length] = [dateName(date, locale), durationWords(offset, locale), roughLength(offset)];
  if (locale === 'ja') {
    const day = length === 0 ? name : `${name}の${span}${length < 0 ? '前' : '後'}`;
    return `${every ? '毎年、' : ''}${day}${at ? `の ${at} ` : ''}に進む`;
  }
  const day = length === 0 ? `the day of ${name}` : `${span} ${length < 0 ? 'before' : 'after'} ${name}`;
  return `Until ${day}${at ? `, ${at}` : ''}${every ? ', every year' : ''}`;
}
