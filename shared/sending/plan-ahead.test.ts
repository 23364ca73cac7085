import { expect, test } from 'vitest';
import { compileGraph } from '../engine/compile.ts';
import { foreseeable } from '../engine/foresee.ts';
import { JourneyGraph } from '../journey/graph.ts';
import { localMillis } from '../time.ts';
import { type Ahead, type Crowd, planAhead } from './plan-ahead.ts';

const TOKYO = 'Asia/Tokyo';
const NOW = Date.parse('2026-03-02T10:00:00+09:00');
const wait = (next: string, length = 'P1D', at = '10:00') => ({
  type: 'wait',
  config: { for: length, at },
  next: { next },
});
const mail = (next: string, template: string) => ({ type: 'email', config: { template }, next: { next } });
const EXIT = { type: 'exit', config: { reason: 'completed' }, next: {} };
const ordered = { orders: 'count', op: 'gte', value: 1 };

const ahead = (nodes: Record<string, unknown>, more: Partial<Ahead> = {}, apart = true): Ahead => {
  const graph = JourneyGraph.parse({
    schema: 1,
    name: 'Test',
    start: 'start',
    settings: { goal: { attribute: 'left', op: 'missing' } },
    nodes: { start: { type: 'start', config: { triggers: [] }, next: { next: 'w1' } }, end: EXIT, ...nodes },
  });
  const hours = { quietZone: TOKYO, windowZone: TOKYO };
  return { graph: foreseeable(compileGraph(graph), apart), zone: TOKYO, hours, until: NOW + 30 * 86_400_000, ...more };
};
const crowd = (more: Partial<Crowd> = {}): Crowd => ({
  enrollment: { id: 1, customer: 2, journey: 3 },
  node: 'w1',
  port: 'next',
  intent: null,
  memory: {},
  at: NOW,
  certain: true,
  ...more,
});
const told = (of: Crowd, by: Ahead) =>
  planAhead(of, by).map(({ at, template, certain }) =>
    [new Date(localMillis(at, TOKYO)).toISOString().slice(5, 16), template ?? '?', certain ? '' : 'may']
      .join(' ')
      .trim(),
  );

test('waits lead to days; a goal that nobody can judge today ends nothing', () => {
  const nodes = { w1: wait('a'), a: mail('w2', 'a'), w2: wait('b', 'P3D', '18:00'), b: mail('end', 'b') };
  expect(told(crowd(), ahead(nodes))).toEqual(['03-02T10:00 a', '03-05T18:00 b']);
  expect(told(crowd({ node: 'start', port: null }), ahead(nodes))).toEqual(['03-03T10:00 a', '03-06T18:00 b']);
  expect(told(crowd({ node: 'a', letter: 'a', at: NOW + 3_600_000 }), ahead(nodes))).toEqual([
    '03-02T11:00 a',
    '03-05T18:00 b',
  ]);
});

test('hours and days without promotions move a mail, and what counts from its sending', () => {
  const nodes = { w1: wait('a'), a: mail('w2', 'a'), w2: wait('b'), b: mail('end', 'b') };
  const blackout = { days: { days: [{ on: '2026-03-02/2026-03-04' }], holidays: false }, zone: TOKYO };
  const hours = { quietZone: TOKYO, windowZone: TOKYO, blackout };
  expect(told(crowd(), ahead(nodes, { hours }))).toEqual(['03-05T10:00 a', '03-06T10:00 b']);
});

test('behind a branch both ways may be taken, and who meets again is counted once', () => {
  const branches = [{ port: 'yes', when: ordered }];
  const nodes = {
    w1: wait('if'),
    if: { type: 'branch', config: { branches, else: 'no' }, next: { yes: 'a', no: 'w2' } },
    a: mail('w2', 'a'),
    w2: wait('b'),
    b: mail('end', 'b'),
  };
  expect(told(crowd(), ahead(nodes))).toEqual(['03-02T10:00 a may', '03-03T10:00 b may']);
});

test('who listens goes on when nothing is heard; an unknown date ends the look', () => {
  const nodes = {
    w1: wait('ear'),
    ear: {
      type: 'wait-for',
      config: { for: { event: 'visited' }, until: 'P2D' },
      next: { happened: 'a', timeout: 'b' },
    },
    a: mail('end', 'a'),
    b: mail('date', 'b'),
    date: {
      type: 'wait-until-date',
      config: { date: 'attribute:birthday', past: 'go_on' },
      next: { next: 'c', missing: 'c' },
    },
    c: mail('end', 'c'),
  };
  expect(told(crowd(), ahead(nodes))).toEqual(['03-04T10:00 b may']);
});

test('splits are told of somebody who is known, and fork for others', () => {
  const arms = [
    { port: 'a', percent: 100 },
    { port: 'b', percent: 0 },
  ];
  const nodes = {
    w1: wait('split'),
    split: { type: 'split', config: { arms }, next: { a: 'a', b: 'b' } },
    a: mail('end', 'a'),
    b: mail('end', 'b'),
  };
  expect(told(crowd(), ahead(nodes))).toEqual(['03-02T10:00 a']);
  expect(told(crowd(), ahead(nodes, {}, false))).toEqual(['03-02T10:00 a may', '03-02T10:00 b may']);
});

test('the next letter of a series is one of several; a loop is followed as often as it goes', () => {
  const nodes = {
    w1: wait('s'),
    s: { type: 'series', config: { templates: ['x', 'y'] }, next: { next: 'w2', empty: 'end' } },
    w2: wait('back', 'P7D'),
    back: { type: 'go-to', config: { to: 's', times: 2 }, next: { done: 'end' } },
  };
  expect(told(crowd(), ahead(nodes))).toEqual(['03-02T10:00 ? may', '03-09T10:00 ? may', '03-16T10:00 ? may']);
});
