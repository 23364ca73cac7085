import { expect, test } from 'vitest';
import { NO_FACTS, type Facts } from '../../conditions/facts.ts';
import { compileGraph } from '../../engine/compile.ts';
import { walk, type Pass, type Standing } from '../../engine/walk.ts';
import { JourneyGraph } from '../../journey/graph.ts';
import type { Intent } from '../outcome.ts';
import { NOW, turn } from '../turn.fixture.ts';
import { waitFor, type WaitFor } from './node.ts';

const DAY = 86_400_000;
const visit = (at: number, arrival: number, properties = {}) => ({ at, arrival, properties });
const visits = (...list: ReturnType<typeof visit>[]): Partial<Facts> => ({ events: { visited: list } });
const byEvent: WaitFor = { for: { event: 'visited' }, until: 'P3D' };

function pass(
  config: WaitFor,
  facts: Partial<Facts>,
  { now = NOW, intent }: { now?: number; intent?: Intent } = {},
): Pass {
  const graph = compileGraph(
    JourneyGraph.parse({
      schema: 1,
      name: 'g',
      start: 's',
      nodes: {
        s: { type: 'start', config: { triggers: [{ on: 'manual' }] }, next: { next: 'w' } },
        w: { type: 'wait-for', config, next: { happened: 'yes', timeout: 'no' } },
        yes: { type: 'exit', config: { reason: 'yes' } },
        no: { type: 'exit', config: { reason: 'no' } },
      },
    }),
  );
  const standing: Standing = {
    enrollment: { id: 1, customer: 2, journey: 3 },
    node: intent ? 'w' : 's',
    port: null,
    intent: intent ?? null,
    memory: {},
    entered: { at: NOW - DAY, arrival: 1 },
    left: {},
  };
  return walk(graph, standing, { facts: { ...NO_FACTS, ...facts }, now, zone: 'Asia/Tokyo', arrival: 9 });
}

test('it listens until the time is up', () => {
  expect(pass(byEvent, {}).rest).toEqual({
    kind: 'listen',
    node: 'w',
    until: NOW + 3 * DAY,
    port: 'timeout',
    intent: { from: NOW, since: [NOW, 9] },
  });
});

test('an event from before the arrival does not count; one of the same instant counts if it arrived later', () => {
  expect(pass(byEvent, visits(visit(NOW - 1, 8), visit(NOW, 9))).rest.kind).toBe('listen');
  const hears = (facts: Partial<Facts>) =>
    waitFor.hears?.({ ...turn(byEvent, { facts }), intent: { from: NOW, since: [NOW, 9] } });
  expect(hears(visits(visit(NOW, 9)))).toBeUndefined();
  expect(hears(visits(visit(NOW - 1, 12)))).toBeUndefined();
  expect(hears(visits(visit(NOW, 10)))).toBe('happened');
  expect(hears(visits(visit(NOW + 1, 10)))).toBe('happened');
});

test('what arrived while it was being set up is heard at once', () => {
  expect(pass(byEvent, visits(visit(NOW + 1, 10))).rest).toMatchObject({ kind: 'end', reason: 'yes' });
});

test('an event counts only with the properties that were asked for', () => {
  const config: WaitFor = {
    for: { event: 'visited', where: [{ property: 'page', op: 'eq', value: 'price' }] },
    until: 'P3D',
  };
  const hears = (properties: Record<string, string>) =>
    waitFor.hears?.({
      ...turn(config, { facts: visits(visit(NOW + 1, 10, properties)) }),
      intent: { from: NOW, since: [NOW, 9] },
    });
  expect(hears({ page: 'top' })).toBeUndefined();
  expect(hears({ page: 'price' })).toBe('happened');
});

test('a condition that is met already makes nobody wait', () => {
  const config: WaitFor = { for: { orders: 'count', op: 'gte', value: 1 }, until: 'P3D' };
  expect(pass(config, { orderCount: 1 }).rest).toMatchObject({ kind: 'end', reason: 'yes' });
  expect(pass(config, {}).rest).toMatchObject({ kind: 'listen', until: NOW + 3 * DAY });
});

test('a condition that time alone will meet is looked at when it may be, and what was meant is kept', () => {
  const config: WaitFor = { for: { orders: 'last', op: 'moreThanAgo', value: 'P10D' }, until: 'P30D' };
  const facts = { lastOrderAt: NOW - 8 * DAY };
  const first = pass(config, facts).rest;
  expect(first).toMatchObject({ kind: 'listen', until: NOW + 2 * DAY, port: null });
  const intent = first.kind === 'listen' ? first.intent : undefined;
  const bought = pass(config, { lastOrderAt: NOW + DAY }, { now: NOW + 2 * DAY, intent }).rest;
  expect(bought).toMatchObject({ kind: 'listen', until: NOW + 11 * DAY, port: null, intent });
  expect(pass(config, facts, { now: NOW + 2 * DAY, intent }).rest).toMatchObject({ reason: 'yes' });
  const never = pass(config, { lastOrderAt: NOW + 29 * DAY }, { now: NOW + 29 * DAY, intent }).rest;
  expect(never).toMatchObject({ until: NOW + 30 * DAY, port: 'timeout' });
});

test('the time is up at the hour that was asked for', () => {
  expect(pass({ ...byEvent, until: 'P1D', at: '18:00' }, {}).rest).toMatchObject({
    until: Date.parse('2026-03-03T18:00:00+09:00'),
  });
});

test('it lacks an event, a condition or a longest wait', () => {
  const paths = (config: WaitFor) => (waitFor.problems?.(config, {}) ?? []).map(({ path }) => path);
  expect(paths({ for: { all: [] }, until: 'PT0S' })).toEqual(['for', 'until']);
  expect(paths({ for: { event: 'visited' }, until: '-P1D', at: '10:00' })).toEqual(['until']);
});
