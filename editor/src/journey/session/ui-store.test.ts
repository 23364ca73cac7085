import { expect, test } from 'vitest';
import { createDocStore } from '../doc/doc-store.ts';
import { journeyOf } from '../journeys.fixture.ts';
import { chosenIn, createUiStore } from './ui-store.ts';

function open() {
  const ui = createUiStore();
  const doc = createDocStore(journeyOf({ n2: ['wait', 'n3'], n3: ['exit'] }), {
    now: () => 0,
    selected: () => null,
    mayChange: () => ui.mayChange(),
  });
  const { graph } = doc.store.getState();
  return { ui, doc, changed: () => doc.store.getState().graph !== graph };
}

test.each(['test', 'results'] as const)('in %s nothing changes the journey, and every try is refused aloud', (mode) => {
  const { ui, doc, changed } = open();
  ui.setMode(mode);
  expect(doc.dispatch({ do: 'rename', id: 'n2', name: 'anew' })).toBe(false);
  ui.pick({ node: 'n2', port: 'next' });
  expect([changed(), ui.store.getState().picking, ui.store.getState().refusals]).toEqual([false, null, 2]);
});

test('what was done while drawing is not taken back while testing', () => {
  const { ui, doc, changed } = open();
  doc.dispatch({ do: 'rename', id: 'n2', name: 'anew' });
  ui.setMode('test');
  expect(doc.undo()).toBeUndefined();
  expect(changed()).toBe(true);
  ui.setMode('design');
  doc.undo();
  expect(doc.store.getState().graph.nodes['n2']?.name).toBeUndefined();
});

test('another mode keeps what is selected and closes the picker', () => {
  const { ui } = open();
  ui.select('n2');
  ui.pick({ node: 'n2', port: 'next' });
  ui.setMode('test');
  expect(ui.store.getState()).toMatchObject({ selected: 'n2', picking: null, refusals: 0 });
});

test('saying again that the journey may be changed closes nothing', () => {
  const ui = createUiStore();
  ui.pick({ node: 'n1', port: 'next' });
  ui.lock(false);
  expect(ui.store.getState().picking).not.toBeNull();
  ui.lock(true);
  expect([ui.store.getState().picking, ui.mayChange()]).toEqual([null, false]);
});

test('nodes are selected together around the focused one; selecting one alone ends it', () => {
  const ui = createUiStore();
  ui.select('a');
  expect(chosenIn(ui.store.getState())).toEqual(['a']);
  ui.selectMany(['a', 'b', 'c'], 'c');
  expect([ui.store.getState().selected, chosenIn(ui.store.getState())]).toEqual(['c', ['a', 'b', 'c']]);
  expect(ui.store.getState().anchor).toBe('a');
  ui.select('c'); // the focus arrives at the focused one
  expect(chosenIn(ui.store.getState())).toHaveLength(3);
  ui.select('b');
  expect(chosenIn(ui.store.getState())).toEqual(['b']);
});

test('the picker goes along when the page moves the picture, and goes away when somebody does', () => {
  const ui = createUiStore();
  const at = { node: 'n1', port: 'next' };
  ui.pick(at);
  ui.moved(false);
  const { picking } = ui.store.getState();
  expect([picking, picking === at]).toEqual([at, false]); // looked at anew, so placed anew
  ui.moved(true);
  expect(ui.store.getState().picking).toBeNull();
});
