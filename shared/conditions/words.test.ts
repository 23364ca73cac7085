import { describe, expect, test } from 'vitest';
import type { Condition } from './condition.ts';
import { conditionWords } from './words.ts';

const names = { template: () => undefined, segment: (key: string) => (key === 'fans' ? 'ファン' : undefined) };
const ja = (condition: Condition) => conditionWords(condition, 'ja', names);
const en = (condition: Condition) => conditionWords(condition, 'en', names);

const tokyo: Condition = { attribute: 'city', op: 'eq', value: '東京' };
const osaka: Condition = { attribute: 'city', op: 'eq', value: '大阪' };
const twice: Condition = { orders: 'count', op: 'gte', value: 2 };

describe('a condition in words', () => {
  test('stands in brackets where another word joins it', () => {
    expect(ja({ all: [twice, { any: [tokyo, osaka] }] })).toBe(
      '購入回数が 2回以上、かつ（cityが 東京、またはcityが 大阪）',
    );
    expect(en({ any: [twice, { all: [tokyo, osaka] }] })).toBe(
      'Number of purchases is at least 2 or (city is 東京 and city is 大阪)',
    );
  });

  test('needs no brackets around a single test', () => {
    expect(en({ all: [twice, { any: [tokyo] }] })).toBe('Number of purchases is at least 2 and city is 東京');
  });

  test('says what is denied, and from when and on what it counts', () => {
    expect(ja({ not: { segment: 'fans', member: true } })).toBe('（「ファン」に入っている）ではない');
    const honey: Condition = {
      ...twice,
      since: 'P90D',
      where: [{ property: 'product', op: 'contains', value: 'honey' }],
    };
    expect(ja(honey)).toBe('直近90日の購入回数（商品コードに honey を含む）が 2回以上');
    expect(en(honey)).toBe('In the last 90 days: number of purchases (product code contains honey) is at least 2');
  });

  test('says counts, money and days with their units', () => {
    expect(ja({ orders: 'amount', op: 'gte', value: 30_000 })).toBe('購入金額が 30,000円以上');
    expect(en({ orders: 'amount', op: 'gte', value: 30_000 })).toBe('Amount purchased is at least ¥30,000');
    expect(ja({ orders: 'interval', op: 'lt', value: 45 })).toBe('購入間隔が 45日未満');
    expect(ja({ event: 'visited', op: 'eq', value: 1 })).toBe('「visited」の回数が 1回');
  });

  test('has one capital at most, and leaves the shop’s own names alone', () => {
    const since: Condition = { orders: 'amount', op: 'gte', value: 1000, since: 'entered' };
    expect(
      en({ all: [twice, since, { attribute: 'email', op: 'missing' }, { attribute: 'Rank', op: 'exists' }] }),
    ).toBe(
      'Number of purchases is at least 2 and since entering: amount purchased is at least ¥1,000 and email address is unknown and Rank is known',
    );
    expect(conditionWords(twice, 'en', names, true)).toBe('number of purchases is at least 2');
  });

  test('calls basic data by its name in the language', () => {
    expect(ja({ attribute: 'email', op: 'missing' })).toBe('メールアドレスがない');
    expect(en({ attribute: 'rank', op: 'eq', value: 'A' })).toBe('rank is A');
  });

  test('is met by everybody when it is empty', () => {
    expect(ja({ all: [] })).toBe('すべての顧客');
    expect(en({ all: [] })).toBe('every customer');
  });
});
