/** How a value is written: `sama` 様, `onchu` 御中, dates (the long one as the language of the mail has it), yen, rounded. */
export const STYLES = ['plain', 'sama', 'onchu', 'date', 'shortDate', 'weekday', 'yen', 'round'] as const;
export type Style = (typeof STYLES)[number];

const FILTERS: Readonly<Record<Style, string>> = {
  plain: '',
  sama: " | keisho: '様'",
  onchu: " | keisho: '御中', '御担当者様'",
  date: ' | date',
  shortDate: " | date: '%-m/%-d'",
  weekday: " | date: '%-m/%-d(%a)'",
  yen: ' | yen',
  round: ' | round',
};

/** Which styles suit a value of a type, the likeliest first. */
export const stylesFor = (type: 'text' | 'number' | 'date' | 'link', path: string): readonly Style[] => {
  if (type === 'date') return ['date', 'shortDate', 'weekday', 'plain'];
  if (type === 'number')
    return /amount|price|total|金額|価格/i.test(path) ? ['yen', 'round', 'plain'] : ['plain', 'yen', 'round'];
  if (type === 'link') return ['plain'];
  return /name|氏名|名前|会社/i.test(path) ? ['sama', 'onchu', 'plain'] : ['plain', 'sama', 'onchu'];
};

/** The honorifics have a word of their own for somebody without a name. */
export const hasOwnFallback = (style: Style): boolean => style === 'sama' || style === 'onchu';

/** `{{ customer.lastName | default: "お客様" }}`. A date or an amount without a value is empty, so its fallback stands last. */
export function mergeTag({
  path,
  style = 'plain',
  fallback = '',
}: {
  path: string;
  style?: Style;
  fallback?: string;
}): string {
  const quoted = fallback.replace(/[{}%]/g, '').replaceAll('"', '”').trim();
  const instead = quoted === '' || hasOwnFallback(style) ? '' : ` | default: "${quoted}"`;
  return `{{ ${path}${FILTERS[style]}${instead} }}`;
}
