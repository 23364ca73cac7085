import type { TimelineEntry } from '@tabiji/shared/api/customers.ts';
import { expect, test } from 'vitest';
import { arrange } from './timeline.ts';

const journey = { journeyId: 1, journey: '二回目', id: 1 };
const entries: TimelineEntry[] = [
  {
    kind: 'planned',
    at: '2026-04-20T00:00:00Z',
    ...journey,
    node: 'n3',
    nodeName: null,
    nodeType: 'email',
    held: null,
  },
  { kind: 'planned', at: '2026-04-10T00:00:00Z', ...journey, node: 'n2', nodeName: null, nodeType: 'wait', held: null },
  { kind: 'event', at: '2026-04-02T09:00:00Z', id: 3, name: 'login', properties: {} },
  { kind: 'shipment', at: '2026-04-02T08:00:00Z', id: 2, what: 'shipped' },
  { kind: 'entered', at: '2026-04-01T08:00:00Z', ...journey },
];
const dayOf = (at: string) => at.slice(0, 10);

test('what is planned comes soonest first, what happened newest first by day', () => {
  const { planned, days } = arrange(entries, 'all', dayOf);
  expect(planned.map(({ at }) => dayOf(at))).toEqual(['2026-04-10', '2026-04-20']);
  expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([
    ['2026-04-02', 2],
    ['2026-04-01', 1],
  ]);
});

test('a filter keeps its kinds only; plans belong to journeys', () => {
  expect(arrange(entries, 'orders', dayOf).days.flatMap(({ entries }) => entries.map(({ kind }) => kind))).toEqual([
    'shipment',
  ]);
  expect(arrange(entries, 'journeys', dayOf).planned).toHaveLength(2);
  expect(arrange(entries, 'events', dayOf).planned).toHaveLength(0);
});
