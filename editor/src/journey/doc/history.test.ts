import { expect, test } from 'vitest';
import { journeyOf } from '../journeys.fixture.ts';
import { createDocStore } from './doc-store.ts';
import type { Typing } from './history.ts';
import { packHistory } from './packed-history.ts';

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

test('a field that the browser’s undo has brought back takes its steps back', () => {
  const clock = { at: 0 };
  let typing: Typing = 'plain';
  const doc = createDocStore(journeyOf({ n2: ['wait', null] }), {
    now: () => clock.at,
    selected: () => null,
    typing: () => typing,
  });
  const type = (value: string) => doc.dispatch({ do: 'setConfig', id: 'n2', path: ['for'], value });
  const steps = () => doc.store.getState().history.past.length;
  type('P2D');
  clock.at += 2000;
  type('P21D');
  clock.at += 2000;
  typing = 'undoing';
  type('P2D');
  expect(steps()).toBe(1);
  type('P1D');
  expect(steps()).toBe(0);
  doc.redo();
  expect(doc.store.getState().graph.nodes['n2']?.config).toEqual({ for: 'P2D' });
});

test('what an input method writes is one step, however long it takes', () => {
  let at = 0;
  let typing: Typing = 'plain';
  const graph = journeyOf({ n2: ['wait', null] });
  const doc = createDocStore(graph, { now: () => at, selected: () => null, typing: () => typing });
  const write = (name: string, wait: number) => {
    at += wait;
    doc.dispatch({ do: 'rename', id: 'n2', name });
  };
  write('旅', 0);
  doc.seal();
  typing = 'composing';
  for (const text of ['旅じ', '旅じま', '旅路待ち']) write(text, 5000);
  typing = 'plain';
  doc.seal();
  write('旅路待ち!', 100);
  expect(doc.store.getState().history.past.map(({ after }) => after.nodes['n2']?.name)).toEqual([
    '旅',
    '旅路待ち',
    '旅路待ち!',
  ]);
});

test('a packed history undoes and redoes to the very same documents', () => {
  const { clock, doc, type } = open();
  const states = [JSON.stringify(doc.store.getState().graph)];
  for (const change of [
    () => type('P2D'),
    () => doc.dispatch({ do: 'delete', ids: ['n2'], heal: true }),
    () => doc.dispatch({ do: 'renameJourney', name: 'x' }),
  ]) {
    clock.at += 5000;
    change();
    states.push(JSON.stringify(doc.store.getState().graph));
  }
  doc.undo();
  const { graph, history } = doc.store.getState();
  const again = createDocStore(structuredClone(graph), {
    now: () => 0,
    selected: () => null,
    history: structuredClone(packHistory(history)),
  });
  const json = () => JSON.stringify(again.store.getState().graph);
  again.redo();
  expect(json()).toBe(states[3]);
  for (const expected of states.toReversed().slice(1)) {
    again.undo();
    expect(json()).toBe(expected);
  }
});

test('taking in what others changed keeps one’s own steps, up to the first that touches it', () => {
  const { doc, type } = open();
  doc.dispatch({ do: 'renameJourney', name: 'mine' });
  type('P2D');
  doc.dispatch({ do: 'setNote', id: 'n3', note: 'mine' });
  const { graph } = doc.store.getState();
  const n2 = graph.nodes['n2'];
  doc.rebase({ ...graph, nodes: { ...graph.nodes, n2: { ...n2!, config: { for: 'P2D', at: '10:00' } } } });
  expect(doc.store.getState().history.past.length).toBe(3);
  doc.rebase({ ...doc.store.getState().graph, name: 'theirs' });
  expect(doc.store.getState().history.past.map(({ label }) => label.en)).toEqual([
    'Change “Wait”',
    'Change the note on “Exit”',
  ]);
  doc.undo();
  doc.undo();
  expect(doc.undo()).toBeUndefined();
  const after = doc.store.getState().graph;
  expect([after.name, after.nodes['n2']?.config]).toEqual(['theirs', { for: 'P1D', at: '10:00' }]);
});
