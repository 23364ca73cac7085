import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { branch, called, exit, journey, mail, wait } from '../support/build.ts';
import { testData } from '../support/test-data.ts';
import { replay } from './replay.ts';

const graph = journey(
  { name: 'F2', on: { on: 'first_purchase' } },
  called('w1', wait('P14D', '18:00')),
  called(
    'b1',
    branch(
      { orders: 'count', op: 'gte', value: 1, since: 'entered' },
      [exit('came_back')],
      [
        mail('a'),
        called('w2', wait('P30D', '18:00')),
        called(
          'b2',
          branch(
            { orders: 'count', op: 'gte', value: 1, since: { node: 'a' } },
            [exit('came_back_later')],
            [mail('b'), exit('silent')],
          ),
        ),
      ],
    ),
  ),
);

/** The same, computed from the file alone: days, not engines. */
async function computed(file: string) {
  const days = new Map<string, number[]>();
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    const [, customer, y, m, d] = /^\s*(\d+)\s+(\d{4})(\d\d)(\d\d)\s/.exec(line) ?? [];
    if (customer) days.set(customer, [...(days.get(customer) ?? []), Date.UTC(+y!, +m! - 1, +d!) / 86_400_000]);
  }
  const sum = { customers: days.size, orders: 0, back: 0, later: 0, silent: 0 };
  for (const list of days.values()) {
    const [first = 0, ...rest] = list.toSorted((a, b) => a - b);
    sum.orders += list.length;
    if (rest.some((day) => day <= first + 14)) sum.back++;
    else if (rest.some((day) => day <= first + 44)) sum.later++;
    else sum.silent++;
  }
  return sum;
}

const data = testData('cdnow_master.txt');

test('18 months of real purchases come to what the file itself says', { timeout: 600_000 }, async (ctx) => {
  if (!data.file) return ctx.skip(data.missing);
  const start = performance.now();
  const report = await replay(graph, data, '--time-zone', 'UTC');
  const seconds = (performance.now() - start) / 1000;
  const { customers, orders, back, later, silent } = await computed(data.file);
  expect(report).toEqual({
    customers,
    orders,
    enrollments: customers,
    nodes: {
      start: { entered: customers, left: { next: customers } },
      w1: { entered: customers, left: { next: customers } },
      b1: { entered: customers, left: { yes: back, no: later + silent } },
      exit1: { entered: back, left: {} },
      a: { entered: later + silent, left: { next: later + silent } },
      w2: { entered: later + silent, left: { next: later + silent } },
      b2: { entered: later + silent, left: { yes: later, no: silent } },
      exit2: { entered: later, left: {} },
      b: { entered: silent, left: { next: silent } },
      exit3: { entered: silent, left: {} },
    },
    exits: { came_back: back, came_back_later: later, silent },
    waiting: 0,
    messages: { a: later + silent, b: silent },
  });
  expect({ customers, orders }).toEqual({ customers: 23_570, orders: 69_659 });
  await ctx.annotate(`${seconds.toFixed(1)} s; ${JSON.stringify({ back, later, silent })}`);
});
