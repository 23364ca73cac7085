import { describe, expect, test } from 'vitest';
import { ImportOptions, type ImportKind } from '@tabiji/shared/api/imports.ts';
import { openFacts } from './open-facts.ts';
import type { Parsed } from './parse-row.ts';

async function* once(text: string) {
  yield Buffer.from(text);
}

async function read(kind: ImportKind, text: string, options: Partial<ImportOptions> = {}) {
  const open = await openFacts(once(text), kind, ImportOptions.parse(options), 'Asia/Tokyo');
  const parsed: Parsed[] = [];
  for await (const one of open.parsed) parsed.push(one);
  return {
    ...open,
    facts: parsed.flatMap(({ fact }) => (fact ? [fact] : [])),
    refused: parsed.flatMap(({ line, reason }) => (reason ? [`${line} ${reason.en}`] : [])),
    japanese: parsed.flatMap(({ reason }) => (reason ? [reason.ja] : [])),
    keys: parsed.map(({ key }) => key),
  };
}

describe('customers', () => {
  test('Japanese column names; what has no field becomes an attribute', async () => {
    const { facts } = await read(
      'customers',
      '会員番号,氏名,フリガナ,メールアドレス,電話番号,会員ランク,誕生日,ポイント\nC1,山田　太郎,ヤマダ タロウ,taro@example.jp,０３-１２３４-５６７８,ゴールド,1980/4/1,0120\n',
    );
    expect(facts).toEqual([
      {
        type: 'identify',
        customer: 'C1',
        lastName: '山田',
        firstName: '太郎',
        lastNameKana: 'ヤマダ',
        firstNameKana: 'タロウ',
        email: 'taro@example.jp',
        phone: '03-1234-5678',
        attributes: { 会員ランク: 'ゴールド', 誕生日: '1980-04-01', ポイント: '0120' },
      },
    ]);
  });

  test('empty cells say nothing; a bad address is refused in both languages', async () => {
    const { facts, refused, japanese } = await read(
      'customers',
      'id,customer_id,email\n1,C1,\n2,C2,nobody\n3,,a@b.jp\n',
    );
    expect(facts).toEqual([{ type: 'identify', customer: 'C1', attributes: { id: 1 } }]);
    expect(refused[0]).toMatch(/^3 email "nobody": .*email/);
    expect(refused[1]).toBe('4 customer is empty. The field is required.');
    expect(japanese[0]).toMatch(/email「nobody」.*メールアドレス/);
  });

  test('names that reach for a prototype are left out', async () => {
    const { facts } = await read('customers', 'customer,__proto__,constructor\nC1,x,y\n');
    expect(facts).toEqual([{ type: 'identify', customer: 'C1' }]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('orders', () => {
  test('amounts and dates as shops write them', async () => {
    const { facts, refused } = await read(
      'orders',
      '受注番号,顧客ID,受注日,合計金額,数量,ステータス,商品名\n1,A,2026/4/1 9:05,"¥1,234",2,発送済み,お茶\n2,A,2026年4月2日(木) 21時30分,１２００円,1,キャンセル,お茶\n3,B,20260403,500,1,謎,\n',
    );
    expect(facts[0]).toEqual({
      type: 'order',
      id: '1',
      customer: 'A',
      at: '2026-04-01T00:05:00.000Z',
      amount: 1234,
      quantity: 2,
      status: 'placed',
      items: [{ quantity: 2, name: 'お茶' }],
    });
    expect(facts[1]).toMatchObject({ at: '2026-04-02T12:30:00.000Z', amount: 1200, status: 'cancelled' });
    expect(refused).toEqual([
      '4 status "謎": not known. Use one of placed, cancelled, refunded, or leave the column out.',
    ]);
  });

  test('decimals are detected once for the file; trailing zeros are none', async () => {
    const dollars = await read('orders', 'customer,date,amount\na,19970101,11.77\nb,19970102,12\n');
    expect(dollars.decimals).toBe(2);
    expect(dollars.facts.map((fact) => fact.type === 'order' && fact.amount)).toEqual([1177, 1200]);
    const yen = await read('orders', 'customer,date,amount\na,19970101,1200.00\n');
    expect(yen.facts).toMatchObject([{ amount: 1200 }]);
    const told = await read('orders', 'customer,date,amount\na,19970101,11.77\n', { decimals: 0 });
    expect(told.refused[0]).toContain('have 0 decimals');
  });

  test('a date counts as noon of the given zone', async () => {
    const { facts } = await read('orders', 'customer,date,amount\na,1997-01-01,1\n', { timeZone: 'UTC' });
    expect(facts).toMatchObject([{ at: '1997-01-01T12:00:00.000Z' }]);
  });

  test('bad values name the field, the value and the way out', async () => {
    const { refused } = await read(
      'orders',
      'customer,date,amount\na,2026-02-30,1\na,01/02/2026,1\na,2026-01-01,-5\na,2026-01-01,abc\na,,5\na,2026-01-01,1,234\n',
      { delimiter: 'comma' },
    );
    expect(refused).toEqual([
      expect.stringMatching(/^2 at "2026-02-30": not a date/),
      expect.stringMatching(/^3 at "01\/02\/2026": not a date/),
      expect.stringMatching(/^4 amount "-5": less than 0/),
      expect.stringMatching(/^5 amount "abc": not a number/),
      expect.stringMatching(/^6 at is empty/),
      expect.stringMatching(/^7 The row has 4 values for 3 columns/),
    ]);
  });

  test('identical rows have the same key, others another; spelling of the file does not matter', async () => {
    const comma = await read('orders', 'customer,date,amount\na,1997-01-01,1\na,1997-01-01,1\nb,1997-01-01,1\n');
    const tab = await read('orders', 'customer\tdate\tamount\r\na\t1997-01-01\t1\r\n');
    expect(comma.keys[0]).toBe(comma.keys[1]);
    expect(comma.keys[2]).not.toBe(comma.keys[0]);
    expect(tab.keys[0]).toBe(comma.keys[0]);
  });
});

describe('events', () => {
  test('one name for all rows, the rest are properties', async () => {
    const { facts } = await read('events', 'customer,date,page\na,2026-04-01T00:00:00+09:00,top\n', {
      event: 'visited',
    });
    expect(facts).toMatchObject([
      { type: 'track', event: 'visited', at: '2026-03-31T15:00:00.000Z', properties: { page: 'top' } },
    ]);
  });
});

describe('a mapping', () => {
  test('by position, with columns left out', async () => {
    const { facts } = await read('orders', 'x 20260401 9 77\n', {
      columns: ['customer', 'at', null, 'amount'],
      header: false,
    });
    expect(facts).toMatchObject([{ customer: 'x', amount: 77 }]);
  });

  test.each<[string[], RegExp]>([
    [['customer', 'when'], /no field "when" for orders\. Fields: id, customer, at, amount/],
    [['customer', 'at', 'amount', 'quantity'], /4 columns are named, but the file has 3/],
    [['customer', 'customer'], /Two columns are read as "customer"/],
    [['customer', 'items.__proto__'], /no field "items.__proto__"/],
  ])('%s', async (columns, message) => {
    await expect(read('orders', 'a,2026-04-01,1\n', { columns })).rejects.toThrow(message);
  });
});
