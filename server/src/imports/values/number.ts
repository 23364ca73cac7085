import type { Words } from '@tabiji/shared/locale.ts';
import { Refused, type Read } from '../refusal.ts';

const NOT_A_NUMBER: Words = {
  ja: '数として読めません。1234 や 1,234 のように書いてください。',
  en: 'not a number. Write it like 1234 or 1,234.',
};
const NEGATIVE: Words = {
  ja: '0より小さい値は受け取れません。返金は、注文の返金額(refunded)か状態(status)で表してください。',
  en: 'less than 0. Tell a refund by the order\'s "refunded" amount or its "status".',
};
const LARGE: Words = { ja: '大きすぎます。', en: 'too large.' };

/** Digits as written: the sign, the whole part, the fraction without trailing zeros. */
interface Digits {
  negative: boolean;
  whole: string;
  fraction: string;
}

const PATTERN = /^([-+−▲△]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d+))?$/;

function digits(text: string): Digits | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[¥\\$€£円\s]|JPY|USD/gi, '')
    .replace(/(\.|,)-$/, '');
  const match = PATTERN.exec(plain);
  if (!match || plain === '' || (match[2] === undefined && match[3] === undefined)) return null;
  const negative = match[1] !== '' && match[1] !== '+';
  return { negative, whole: (match[2] ?? '0').replaceAll(',', ''), fraction: (match[3] ?? '').replace(/0+$/, '') };
}

/** How many decimals an amount is written with, not counting trailing zeros. */
export const decimalsOf = (text: string): number => digits(text)?.fraction.length ?? 0;

/** An amount in the smallest unit: with 2 decimals `11.77` is 1177, with none `1,234` is 1234 and `11.77` is refused. */
export function readAmount(field: string, text: string, decimals: number): Read<number> {
  const found = digits(text);
  if (!found) return new Refused(field, text, NOT_A_NUMBER);
  if (found.fraction.length > decimals) {
    return new Refused(field, text, {
      ja: `小数点以下は${decimals}桁までです。金額の小数桁数(decimals)の指定を確認してください。`,
      en: `amounts of this file have ${decimals} decimals. Check the option "decimals".`,
    });
  }
  const amount = Number(found.whole + found.fraction.padEnd(decimals, '0'));
  if (found.negative && amount > 0) return new Refused(field, text, NEGATIVE);
  return Number.isSafeInteger(amount) ? amount : new Refused(field, text, LARGE);
}

/** A quantity: not negative, fractions allowed. */
export function readQuantity(field: string, text: string): Read<number> {
  const found = digits(text);
  if (!found) return new Refused(field, text, NOT_A_NUMBER);
  const quantity = Number(`${found.whole}.${found.fraction || '0'}`);
  if (found.negative && quantity > 0) return new Refused(field, text, NEGATIVE);
  return quantity <= 1_000_000_000 ? quantity : new Refused(field, text, LARGE);
}
