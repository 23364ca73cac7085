import { expect, test } from 'vitest';
import { branch, exit, journey, mail, wait } from '../support/build.ts';
import { replay } from './replay.ts';

interface Bought {
  customer: string;
  /** Minutes since the beginning of 2025-04-01 in the shop. */
  minute: number;
  amount: number;
}

/** Some hundred purchases of 80 customers, the same in every run; several may share a minute. */
function purchases(): Bought[] {
  let seed = 42;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  return Array.from({ length: 400 }, () => ({
    customer: `c${random(80)}`,
    minute: random(60 * 24) * 60 + random(2) * 30,
    amount: 500 + random(9500),
  })).toSorted((a, b) => a.minute - b.minute);
}

const DAY = 24 * 60;
const clock = (minute: number) =>
  new Date(Date.UTC(2025, 3, 1) + minute * 60_000).toISOString().slice(0, 16).replace('T', ' ');
const perCustomer = (all: readonly Bought[]) => [...Map.groupBy(all, ({ customer }) => customer).values()];
const count = <T>(list: readonly T[], holds: (one: T) => boolean) => list.filter(holds).length;
/** 18:00 of the day that lies so many days after the day of a minute. */
const evening = (minute: number, days: number) => (Math.floor(minute / DAY) + days) * DAY + 18 * 60;

test('what was spent since entering, in a file with header, quotes and CRLF', async () => {
  const all = purchases();
  const rows = all.map(
    ({ customer, minute, amount }) => `"${customer}",${clock(minute)},"${amount.toLocaleString('en')}"`,
  );
  const spent = { orders: 'amount' as const, op: 'gte' as const, value: 8000, since: 'entered' as const };
  const report = await replay(
    journey(
      { on: { on: 'first_purchase' } },
      wait('P20D'),
      branch(spent, [exit('big')], [mail('hello'), exit('small')]),
    ),
    { text: `顧客ID,注文日時,金額\r\n${rows.join('\r\n')}\r\n` },
  );
  const people = perCustomer(all);
  const big = count(people, ([first, ...rest]) => {
    const within = rest.filter(({ minute }) => minute <= first!.minute + 20 * DAY);
    return within.reduce((sum, { amount }) => sum + amount, 0) >= 8000;
  });
  expect(report).toMatchObject({ customers: people.length, orders: all.length, waiting: 0 });
  expect(report.exits).toEqual({ big, small: people.length - big });
  expect(report.messages).toEqual({ hello: people.length - big });
});

test('the last seven days, for every third purchase, in columns parted by blanks and without a header', async () => {
  const all = purchases();
  const rows = all.map(
    ({ customer, minute, amount }) =>
      `  ${customer}   ${clock(minute).replace(' ', 'T')}  1  ${(amount / 100).toFixed(2)}`,
  );
  const eager = { orders: 'count' as const, op: 'gte' as const, value: 2, since: 'P7D' };
  const dear = { orders: 'amount' as const, op: 'gte' as const, value: 45.5, since: 'P7D' };
  const report = await replay(
    journey(
      { on: { on: 'nth_purchase', n: 3 } },
      wait('P2D', '18:00'),
      branch(eager, [exit('eager')], [branch(dear, [exit('dear')], [exit('calm')])]),
    ),
    { text: rows.join('\n') },
    '--time-zone',
    'Asia/Tokyo',
  );
  const ends = perCustomer(all).flatMap((list) => {
    const third = list[2];
    if (!third) return [];
    const now = evening(third.minute, 2);
    const recent = list.filter(({ minute }) => minute <= now && minute >= now - 7 * DAY);
    if (recent.length >= 2) return ['eager'];
    return recent.reduce((sum, { amount }) => sum + amount, 0) >= 4550 ? ['dear'] : ['calm'];
  });
  const exits = Object.fromEntries(
    ['calm', 'dear', 'eager']
      .map((name) => [name, count(ends, (end) => end === name)] as const)
      .filter(([, n]) => n > 0),
  );
  expect(report.enrollments).toBe(ends.length);
  expect(report.exits).toEqual(exits);
});

test('everybody who is still waiting at the end of the time that was asked for', async () => {
  const all = purchases();
  const rows = all.map(({ customer, minute }) => `${customer}\t${clock(minute).slice(0, 10)}\t1000`);
  const report = await replay(
    journey({ on: { on: 'first_purchase' } }, mail('thanks'), wait('P30D', '18:00'), mail('month'), exit('done')),
    { text: `customer\tat\tamount\n${rows.join('\n')}\n` },
    '--until',
    '2025-05-11',
  );
  const end = 40 * DAY;
  const told = all.filter(({ minute }) => minute < end);
  const people = perCustomer(told);
  const done = count(people, ([first]) => evening(first!.minute, 30) < end);
  expect(done).toBeGreaterThan(0);
  expect(report).toMatchObject({
    customers: people.length,
    orders: told.length,
    enrollments: people.length,
    waiting: people.length - done,
    exits: { done },
    messages: { thanks: people.length, month: done },
  });
});

test('after every silence of ten days, until the next order meets the goal', async () => {
  const all = purchases();
  const rows = all.map(({ customer, minute, amount }) => `${customer},${clock(minute)},${amount}`);
  const goal = { orders: 'count' as const, op: 'gte' as const, value: 1, since: 'entered' as const };
  const report = await replay(
    journey(
      { on: { on: 'elapsed', after: 'P10D', since: 'last_order' }, settings: { reentry: 'always', goal } },
      mail('miss-you'),
      wait('P5D'),
      exit('gone'),
    ),
    { text: `customer,at,amount\n${rows.join('\n')}` },
  );
  let [silences, back] = [0, 0];
  for (const list of perCustomer(all))
    list.forEach(({ minute }, i) => {
      const next = list[i + 1]?.minute ?? Infinity;
      if (next <= minute + 10 * DAY) return;
      silences++;
      if (next <= minute + 15 * DAY) back++;
    });
  expect(report.enrollments).toBe(silences);
  expect(report.exits).toEqual({ goal: back, gone: silences - back });
  expect(report.messages).toEqual({ 'miss-you': silences });
});
