import { isForbiddenKey, type Json } from '../json.ts';
import type { Words } from '../locale.ts';
import { isDuration, roughLength } from '../time.ts';
import type { Operator } from './condition.ts';
import { instantFrom, numberFrom } from './values.ts';
import { OPERATOR_WORDS } from './words.ts';

/** Something that keeps a condition from being judged: where (path inside the condition) and what, in both languages. */
export interface ConditionProblem {
  path: string;
  /** `value`: written wrongly. `journey`: only inside journeys. */
  kind: 'value' | 'journey';
  message: Words;
}

/** What stands on the left of a test: anything, a number that is always known, days that may be unknown, a date, … */
export type ValueKind = 'any' | 'count' | 'days' | 'date' | 'rank' | 'active';

const NUMERIC: readonly Operator[] = ['eq', 'ne', 'in', 'gt', 'gte', 'lt', 'lte'];
const DATED: readonly Operator[] = ['before', 'after', 'withinLast', 'moreThanAgo'];
const KNOWN: readonly Operator[] = ['exists', 'missing'];
const TEXTUAL: readonly Operator[] = ['contains', 'startsWith'];

const ALLOWED: Readonly<Record<ValueKind, readonly Operator[]>> = {
  any: [...NUMERIC, ...DATED, ...KNOWN, ...TEXTUAL],
  count: NUMERIC,
  days: [...NUMERIC, ...KNOWN],
  date: [...DATED, ...KNOWN],
  rank: ['eq', 'ne', 'in', ...KNOWN],
  active: ['eq', 'ne'],
};
const MOST_VALUES = 1000;
const HUNDRED_YEARS = 100 * 365 * 86_400_000;

/** Whether operator and value of a test fit what they test. */
export function checkValue(
  kind: ValueKind,
  { op, value }: { op: Operator; value?: Json | undefined },
  path: string,
  what: Words,
): ConditionProblem[] {
  const at = (field: string) => (path === '' ? field : `${path}.${field}`);
  if (!ALLOWED[kind].includes(op)) return [problem(at('op'), what, wrongOperator(kind, op))];
  const wrong = wrongValue(kind, op, value);
  return wrong === undefined ? [] : [problem(at('value'), what, wrong)];
}

function wrongOperator(kind: ValueKind, op: Operator): Words {
  const list = (locale: 'ja' | 'en') => ALLOWED[kind].join(locale === 'ja' ? '・' : ', ');
  const words = OPERATOR_WORDS[op].ja.replace('{v}', '…');
  return {
    ja: `「${words}」（${op}）は使えません。使えるのは ${list('ja')} です。`,
    en: `${op} cannot be used here; use one of ${list('en')}.`,
  };
}

function wrongValue(kind: ValueKind, op: Operator, value: Json | undefined): Words | undefined {
  const shown = value === undefined ? '' : JSON.stringify(value);
  if (KNOWN.includes(op)) return undefined;
  if (op === 'withinLast' || op === 'moreThanAgo') return isPeriod(value) ? undefined : notADuration(shown);
  if (op === 'before' || op === 'after') return instantFrom(value, 'UTC') === undefined ? notADate(shown) : undefined;
  if (op === 'in') {
    if (!Array.isArray(value) || value.length === 0 || value.length > MOST_VALUES) return notAList(shown);
    const wrong = value.find((item) => wrongScalar(kind, item) !== undefined);
    return wrong === undefined ? undefined : wrongScalar(kind, wrong);
  }
  if (op === 'gt' || op === 'gte' || op === 'lt' || op === 'lte') {
    const isDate = kind === 'any' && typeof value === 'string' && instantFrom(value, 'UTC') !== undefined;
    return isFiniteNumber(value) || isDate ? undefined : kind === 'any' ? notComparable(shown) : notANumber(shown);
  }
  return wrongScalar(kind, value);
}

function wrongScalar(kind: ValueKind, value: Json | undefined): Words | undefined {
  const shown = value === undefined ? '' : JSON.stringify(value);
  if (kind === 'active') return typeof value === 'boolean' ? undefined : notYesNo(shown);
  if (kind === 'rank') return typeof value === 'string' && value !== '' ? undefined : notARank(shown);
  if (kind !== 'any') return isFiniteNumber(value) ? undefined : notANumber(shown);
  if (value === undefined || value === null || value === '') return MISSING;
  if (typeof value === 'object') return notOneValue(shown);
  return typeof value === 'string' && !isStorable(value) ? BROKEN_TEXT : undefined;
}

/** Names must be storable and must not reach for an object's prototype. */
export const checkName = (name: string, path: string, what: Words): ConditionProblem[] => {
  if (name === '')
    return [
      { path, kind: 'value', message: { ja: `${what.ja}を選んでください。`, en: `Choose the ${what.en} to test.` } },
    ];
  if (isStorable(name) && !isForbiddenKey(name)) return [];
  const message = {
    ja: `${what.ja}に「${name}」という名前は使えません。`,
    en: `“${name}” cannot be the name of a${/^[aeo]/.test(what.en) ? 'n' : ''} ${what.en}.`,
  };
  return [{ path, kind: 'value', message }];
};

const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed();

function isFiniteNumber(value: Json | undefined): boolean {
  const number = numberFrom(value);
  return number !== undefined && Number.isFinite(number);
}

/** A duration ahead, of at most a hundred years. */
function isPeriod(value: Json | undefined): boolean {
  if (typeof value !== 'string' || !isDuration(value)) return false;
  const length = roughLength(value);
  return length > 0 && length <= HUNDRED_YEARS;
}

const problem = (path: string, what: Words, words: Words): ConditionProblem => ({
  path,
  kind: 'value',
  message: { ja: `${what.ja}：${words.ja}`, en: `${what.en}: ${words.en}` },
});

const MISSING: Words = {
  ja: '値がありません。空かどうかは exists か missing で調べてください。',
  en: 'the value is missing; to ask whether anything is known use exists or missing.',
};
const BROKEN_TEXT: Words = {
  ja: '値に保存できない文字があります。',
  en: 'the value has characters that cannot be stored.',
};
const said =
  (ja: string, en: string) =>
  (shown: string): Words =>
    shown === ''
      ? { ja: `値がありません。${ja}`, en: `the value is missing; ${en}` }
      : { ja: `値 ${shown} は使えません。${ja}`, en: `${shown} cannot be the value; ${en}` };
const notADuration = said(
  'P30D（30日）や PT2H（2時間）のような、100年までの期間にしてください。',
  'give a duration of up to 100 years such as P30D (30 days) or PT2H (2 hours).',
);
const notADate = said(
  '2026-04-01 や 2026-04-01T09:00:00+09:00 のような日付にしてください。',
  'give a date such as 2026-04-01 or 2026-04-01T09:00:00+09:00.',
);
const notARank = said(
  'loyal や 優良客 のような、ランクの名前にしてください。',
  'give the key or name of a rank such as loyal.',
);
const notYesNo = said('true（現役）か false（離脱）にしてください。', 'give true (active) or false (lapsed).');
const notANumber = said('数にしてください。', 'give a number.');
const notComparable = said('数か日付にしてください。', 'give a number or a date.');
const notAList = said(`1〜${MOST_VALUES}個の値のリストにしてください。`, `give a list of 1 to ${MOST_VALUES} values.`);
const notOneValue = said('文字、数、真偽のどれか一つにしてください。', 'give one text, number or yes/no.');
