import { expect, test } from 'vitest';
import { journeyOf } from '../journeys.fixture.ts';
import { createDocStore } from './doc-store.ts';

function open() {
  const clock = { at: 0 };
  const doc = createDocStore(journeyOf({ n2: ['wait', 'n3'], n3: ['exit'] }), {
    now: () => clock.at,
    selected: () => 'n2',
  });
  const type = (value: string) => doc.dispatch({ do: 'setConfig', id: 'n2', path: ['for'], value });
  const steps = () => doc.store.getState().history.past.length;
  return { clock, doc, type, steps };
}

test('typing in one field within 800 ms is one step', () => {
  const { clock, doc, type, steps } = open();
  type('P2D');
  clock.at += 799;
  type('P21D');
  expect(steps()).toBe(1);
  clock.at += 801;
  type('P210D');
  expect(steps()).toBe(2);
  doc.undo();
  doc.undo();
  expect(doc.store.getState().graph.nodes['n2']?.config).toEqual({ for: 'P1D' });
});

test('leaving the field, or another command, begins a new step', () => {
  const { doc, type, steps } = open();
  type('P2D');
  doc.seal();
  type('P3D');
  doc.dispatch({ do: 'rename', id: 'n2', name: 'x' });
  type('P4D');
  expect(steps()).toBe(4);
});

test('undo answers what had been selected, and a new change ends redoing', () => {
  const { doc, type } = open();
  type('P2D');
  expect(doc.undo()).toEqual({ selected: 'n2' });
  type('P9D');
  expect(doc.redo()).toBeUndefined();
});
