import type { Trace, TraceRow } from '@tabiji/shared/api/trace.ts';
import { expect, test } from 'vitest';
import { journeyOf } from '../journeys.fixture.ts';
import { nodeAt, seenOf, standingOf, stayAt, stopBeside } from './seen.ts';

const at = (day: number, hour = 0) => `2026-04-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`;
const ms = (day: number, hour = 0) => Date.parse(at(day, hour));
const row = { passage: 1, warnings: [] };
const step = {
  ...row,
  kind: 'step' as const,
  label: null,
  why: null,
  steps: [],
  facts: [],
  forked: false,
  alternatives: [],
} satisfies Omit<Extract<TraceRow, { kind: 'step' }>, 'at' | 'node' | 'outcome' | 'port' | 'until'>;

/** Enters on the 1st, waits till the 15th, leaves the branch by `b`, ends. */
const trace: Trace = {
  customer: null,
  zone: 'Asia/Tokyo',
  from: at(1),
  until: at(30),
  recordedUntil: at(30),
  rows: [
    { ...row, kind: 'entered', at: at(1), node: 'n1', trigger: 0, by: 'first_purchase', words: null },
    { ...step, at: at(1), node: 'n2', outcome: 'sleep', port: 'next', until: at(15) },
    { ...step, at: at(15), node: 'n3', outcome: 'leave', port: 'b', until: null },
    { ...row, kind: 'ended', at: at(15), node: 'n4', reason: 'completed' },
  ],
  mails: [],
  tokens: [
    { passage: 1, node: 'n1', from: at(1), to: at(1), state: 'passes' },
    { passage: 1, node: 'n2', from: at(1), to: at(15), state: 'waits' },
    { passage: 1, node: 'n3', from: at(15), to: at(15), state: 'passes' },
    { passage: 1, node: 'n4', from: at(15), to: null, state: 'passes' },
  ],
  final: { state: 'ended', node: 'n4', until: null, reason: 'completed' },
  problems: [],
  ms: 1,
};
const graph = journeyOf({ n2: ['wait', 'n3'], n3: ['exit'], n4: ['exit'] });
graph.nodes['n3'] = { type: 'branch', config: {}, next: { a: 'n4', b: 'n4' } };
const seen = seenOf(trace, graph);

test('the time line runs from the entry to the last thing that happens, and stops where something does', () => {
  expect([seen.from, seen.to, seen.stops]).toEqual([ms(1), ms(15), [ms(1), ms(15)]]);
  expect([stopBeside(seen, ms(3), 1), stopBeside(seen, ms(3), -1), stopBeside(seen, ms(15), 1)]).toEqual([
    ms(15),
    ms(1),
    ms(15),
  ]);
});

test('the way taken is the port that was left by, not just any that leads there', () => {
  expect([...seen.ways]).toEqual([
    ['n1:next', ms(1)],
    ['n2:next', ms(15)],
    ['n3:b', ms(15)],
  ]);
});

test('before the token comes a card is ahead, then it is there, then it has been', () => {
  const standing = (day: number, id: string) => standingOf(seen, id, ms(day));
  expect([standing(3, 'n2'), standing(3, 'n3'), standing(3, 'n1'), standing(15, 'n2')]).toEqual([
    'here',
    'ahead',
    'been',
    'been',
  ]);
  expect([standing(15, 'n3'), standing(15, 'n4'), standingOf(seen, 'n9', ms(15))]).toEqual(['here', 'here', 'never']);
});

test('a card tells the stay that has begun, or the one to come', () => {
  expect([stayAt(seen, 'n3', ms(2))?.from, stayAt(seen, 'n2', ms(20))?.to, nodeAt(seen, ms(2))]).toEqual([
    ms(15),
    ms(15),
    'n2',
  ]);
});
