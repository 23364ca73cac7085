import type { Json } from '../json.ts';
import type { Locale, Words } from '../locale.ts';
import type { NamesOf } from '../nodes/define-node.ts';
import { isDuration } from '../time.ts';
import { durationWords, withoutCapital } from '../words.ts';
import type {
  Condition,
  CpmCondition,
  MessageCondition,
  Operator,
  OrdersCondition,
  PropertyTest,
  Since,
} from './condition.ts';

/** What each operator is called; `{v}` is the value. */
export const OPERATOR_WORDS: Readonly<Record<Operator, Words>> = {
  eq: { ja: 'が {v}', en: 'is {v}' },
  ne: { ja: 'が {v} 以外', en: 'is not {v}' },
  in: { ja: 'が {v} のどれか', en: 'is one of {v}' },
  gt: { ja: 'が {v} より大きい', en: 'is more than {v}' },
  gte: { ja: 'が {v} 以上', en: 'is at least {v}' },
  lt: { ja: 'が {v} 未満', en: 'is less than {v}' },
  lte: { ja: 'が {v} 以下', en: 'is at most {v}' },
  contains: { ja: 'に {v} を含む', en: 'contains {v}' },
  startsWith: { ja: 'が {v} で始まる', en: 'starts with {v}' },
  exists: { ja: 'がある', en: 'is known' },
  missing: { ja: 'がない', en: 'is unknown' },
  before: { ja: 'が {v} より前', en: 'is before {v}' },
  after: { ja: 'が {v} より後', en: 'is after {v}' },
  withinLast: { ja: 'が {v}以内', en: 'is within the last {v}' },
  moreThanAgo: { ja: 'が {v}以上前', en: 'is more than {v} ago' },
};

/** What each measure of orders is called. */
export const ORDER_MEASURES: Readonly<Record<OrdersCondition['orders'], Words>> = {
  count: { ja: '購入回数', en: 'Number of purchases' },
  amount: { ja: '購入金額', en: 'Amount purchased' },
  first: { ja: '初回購入', en: 'First purchase' },
  last: { ja: '最終購入', en: 'Last purchase' },
  interval: { ja: '購入間隔', en: 'Days between purchases' },
};

/** What counts, amounts and days are said in; in English the sentence says `times` and `days` already. */
const UNITS = {
  times: { ja: '{n}回', en: '{n}' },
  yen: { ja: '{n}円', en: '¥{n}' },
  days: { ja: '{n}日', en: '{n}' },
} as const satisfies Readonly<Record<string, Words>>;
type Unit = keyof typeof UNITS;

/** What the number of a test is said in; nothing for dates and for what is no number. */
export function unitOf(leaf: Condition): Unit | undefined {
  if ('event' in leaf) return 'times';
  if (!('orders' in leaf)) return undefined;
  return ({ count: 'times', amount: 'yen', interval: 'days', first: undefined, last: undefined } as const)[leaf.orders];
}

/** What the two measures of CPM are called. */
export const CPM_WORDS: Readonly<Record<CpmCondition['cpm'], Words>> = {
  rank: { ja: 'CPMランク', en: 'CPM rank' },
  active: { ja: '現役・離脱', en: 'Active or lapsed' },
};

/** What became of a mail, behind its name. */
export const MESSAGE_WORDS: Readonly<Record<MessageCondition['message'], Words>> = {
  sent: { ja: 'を送信済み', en: 'was sent' },
  delivered: { ja: 'が届いた', en: 'was delivered' },
  opened: { ja: 'を開封した', en: 'was opened' },
  clicked: { ja: 'のリンクをクリックした', en: 'was clicked' },
  bounced: { ja: 'が届かずに戻った', en: 'bounced' },
  complained: { ja: 'を迷惑メールとして報告した', en: 'was reported as spam' },
};

const BASIC_DATA: Readonly<Record<string, Words>> = {
  email: { ja: 'メールアドレス', en: 'Email address' },
  phone: { ja: '電話番号', en: 'Telephone' },
  lastName: { ja: '姓', en: 'Family name' },
  firstName: { ja: '名', en: 'Given name' },
  lastNameKana: { ja: 'セイ', en: 'Family name, kana' },
  firstNameKana: { ja: 'メイ', en: 'Given name, kana' },
  locale: { ja: '言語', en: 'Language' },
  timeZone: { ja: 'タイムゾーン', en: 'Time zone' },
};

/** What shops usually tell of an item, as order files name it. */
const ITEM_PROPERTIES: Readonly<Record<string, Words>> = {
  product: { ja: '商品コード', en: 'product code' },
  name: { ja: '商品名', en: 'product name' },
  category: { ja: '商品カテゴリ', en: 'product category' },
  price: { ja: '単価', en: 'unit price' },
  quantity: { ja: '数量', en: 'quantity' },
};

/** What an attribute is called: basic data in the reader's language, the shop's own as the shop calls it. */
export const attributeWords = (attribute: string, locale: Locale): string =>
  BASIC_DATA[attribute]?.[locale] ?? attribute;

/** A condition as one sentence, for cards, lists and reports; `isWithin`: inside another sentence, without a capital. */
export function conditionWords(condition: Condition, locale: Locale, names: NamesOf, isWithin = false): string {
  const ja = locale === 'ja';
  const words = (part: Condition, at: number) => conditionWords(part, locale, names, isWithin || at > 0);
  // Brackets wherever another word than the one around joins more than one test.
  const inner = (part: Condition, at: number) =>
    isJoined(part) ? (ja ? `（${words(part, at)}）` : `(${words(part, 1)})`) : words(part, at);
  const begun = (own: string) => (isWithin && !ja ? withoutCapital(own) : own);
  if ('all' in condition)
    return condition.all.map(inner).join(ja ? '、かつ' : ' and ') || (ja ? 'すべての顧客' : 'every customer');
  if ('any' in condition)
    return condition.any.map(inner).join(ja ? '、または' : ' or ') || (ja ? 'だれも当てはまらない' : 'nobody');
  if ('not' in condition) return ja ? `（${words(condition.not, 1)}）ではない` : `not (${words(condition.not, 1)})`;
  if ('attribute' in condition) {
    const name = attributeWords(condition.attribute, locale);
    return `${condition.attribute in BASIC_DATA ? begun(name) : name}${test(condition, locale)}`;
  }
  if ('orders' in condition || 'event' in condition) {
    const subject =
      'orders' in condition
        ? ORDER_MEASURES[condition.orders][locale]
        : ja
          ? `「${condition.event}」の回数`
          : `Count of “${condition.event}”`;
    const which = whereWords(condition.where, locale, 'orders' in condition ? 'item' : 'event');
    const since = sinceWords(condition.since, locale, names);
    const counted = since === '' || ja ? since + begun(subject) : begun(since) + withoutCapital(subject);
    return `${counted}${which}${test(condition, locale, unitOf(condition))}`;
  }
  if ('segment' in condition) {
    const name = names.segment(condition.segment) ?? condition.segment;
    if (condition.member) return ja ? `「${name}」に入っている` : `in “${name}”`;
    return ja ? `「${name}」に入っていない` : `not in “${name}”`;
  }
  if ('message' in condition) {
    const name = condition.template ? (names.template(condition.template) ?? condition.template) : undefined;
    const what = name ? (ja ? `「${name}」` : `“${name}”`) : ja ? 'メール' : 'a mail';
    const which = `${begun(sinceWords(condition.since, locale, names))}${what}`;
    return `${which}${ja ? '' : ' '}${MESSAGE_WORDS[condition.message][locale]}`;
  }
  return cpmWords(condition, locale, names);
}

function cpmWords({ cpm, op, value }: CpmCondition, locale: Locale, names: NamesOf): string {
  if (cpm === 'active') {
    const isActive = (value === true) === (op !== 'ne');
    return { ja: isActive ? '現役' : '離脱', en: isActive ? 'active' : 'lapsed' }[locale];
  }
  const name = (one: Json): Json => (typeof one === 'string' ? (names.rank?.(one) ?? one) : one);
  const said = Array.isArray(value) ? value.map(name) : value === undefined ? value : name(value);
  return `${CPM_WORDS.rank[locale]}${test({ op, value: said }, locale)}`;
}

const isJoined = (condition: Condition): boolean =>
  ('all' in condition && condition.all.length > 1) || ('any' in condition && condition.any.length > 1);

/** Which orders or events count: `（商品名に お試し を含む）`, ` (product name contains trial)`. `of`: whose properties. */
export function whereWords(where: readonly PropertyTest[] | undefined, locale: Locale, of: 'item' | 'event'): string {
  if (!where?.length) return '';
  const named = (property: string) => (of === 'item' && ITEM_PROPERTIES[property]?.[locale]) || property;
  const tests = where.map((one) => `${named(one.property)}${test(one, locale)}`);
  return locale === 'ja' ? `（${tests.join('、')}）` : ` (${tests.join(', ')})`;
}

function test({ op, value }: { op: Operator; value?: Json | undefined }, locale: Locale, unit?: Unit): string {
  const said = valueWords(value, locale);
  const operator = OPERATOR_WORDS[op][locale];
  const words =
    unit !== undefined && typeof value === 'number'
      ? operator
          .replace(locale === 'ja' ? '{v} ' : '{v}', '{v}')
          .replace('{v}', () => UNITS[unit][locale].replace('{n}', said))
      : operator.replace('{v}', () => said);
  return locale === 'ja' ? words : ` ${words}`;
}

function valueWords(value: Json | undefined, locale: Locale): string {
  if (Array.isArray(value)) return value.map((item) => valueWords(item, locale)).join(locale === 'ja' ? '・' : ', ');
  if (typeof value === 'number') return value.toLocaleString(locale);
  if (typeof value === 'string') return isDuration(value) ? durationWords(value, locale) : value;
  return value === undefined || value === null ? '' : JSON.stringify(value);
}

function sinceWords(since: Since | undefined, locale: Locale, names: NamesOf): string {
  const ja = locale === 'ja';
  if (since === undefined || since === 'always') return '';
  if (since === 'entered') return ja ? '開始後の' : 'Since entering: ';
  if (typeof since === 'object') {
    const node = names.node?.(since.node) ?? since.node;
    return ja ? `「${node}」の後の` : `Since “${node}”: `;
  }
  return ja ? `直近${durationWords(since, locale)}の` : `In the last ${durationWords(since, locale)}: `;
}
