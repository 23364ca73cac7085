import { NO_FIGURES, type JourneyStats } from '@tabiji/shared/api/journey-stats.ts';
import { expect, test } from 'vitest';
import { createLiveStore } from './live-store.ts';

const STATS: JourneyStats = {
  at: '2026-04-01T01:41:00Z',
  nodes: { a: { ...NO_FIGURES, entered: 5, left: { next: 5 } }, b: { ...NO_FIGURES, waiting: 5 }, c: NO_FIGURES },
  exits: { goal: 1 },
  active: 5,
  parked: 0,
};

test('a delta touches the nodes it names, and the others keep their very objects', () => {
  const live = createLiveStore();
  const { store } = live;
  live.receive(STATS);
  const before = store.getState();
  live.apply({
    at: '2026-04-01T01:41:01Z',
    nodes: { b: { ...NO_FIGURES, waiting: 6 }, c: { ...NO_FIGURES } },
    active: 6,
  });
  const after = store.getState();
  expect(after).toMatchObject({ active: 6, parked: 0, exits: { goal: 1 }, at: '2026-04-01T01:41:01Z' });
  expect(after.byNode['b']).toMatchObject({ waiting: 6 });
  expect(after.byNode['a']).toBe(before.byNode['a']);
  expect(after.byNode['c']).toBe(before.byNode['c']); // named, but the same
});

test('lines keep their width while figures grow a little', () => {
  const live = createLiveStore();
  const { store } = live;
  live.receive(STATS);
  expect(store.getState().most).toBe(8);
  live.apply({ at: STATS.at, nodes: { a: { ...NO_FIGURES, left: { next: 7 } } } });
  expect(store.getState().most).toBe(8);
});

test('asking for another period forgets the figures of this one', () => {
  const live = createLiveStore();
  const { store } = live;
  live.receive(STATS);
  live.ask({ period: '7d' });
  expect(store.getState()).toMatchObject({ byNode: {}, isKnown: false, at: null, query: { period: '7d' } });
});
