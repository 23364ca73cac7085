import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import { expect, test } from 'vitest';
import { journeyOf } from '../journeys.fixture.ts';
import { applyCommand } from './apply.ts';
import type { Command } from './commands.ts';
import { portsOf } from './ports.ts';
import { changedPath } from './set-path.ts';

const chain = () =>
  journeyOf({ n2: ['wait', 'n3'], n3: ['branch', 'a', 'b'], a: ['exit'], b: ['email', 'c'], c: ['exit'] });

const after = (graph: JourneyGraph, command: Command) => applyCommand(graph, command)?.after ?? graph;

test('insert puts the node between, and what followed behind its first port', () => {
  const graph = after(chain(), {
    do: 'insertAt',
    at: { node: 'n1', port: 'next' },
    id: 'new',
    type: 'branch',
    salt: 's',
  });
  expect(graph.nodes['n1']?.next).toEqual({ next: 'new' });
  expect(graph.nodes['new']?.next).toEqual({ yes: 'n2', no: null });
});

test('delete closes the gap; of a branch the kept way stays and the rest goes', () => {
  expect(after(chain(), { do: 'delete', ids: ['n2'], heal: true }).nodes['n1']?.next).toEqual({ next: 'n3' });
  const kept = after(chain(), { do: 'delete', ids: ['n3'], heal: true, keep: 'no' });
  expect(Object.keys(kept.nodes)).toEqual(['n1', 'n2', 'b', 'c']);
  expect(kept.nodes['n2']?.next).toEqual({ next: 'b' });
});

test('delete of a subtree takes everything only it led to', () => {
  const graph = after(chain(), { do: 'delete', ids: ['n3'], heal: false });
  expect(Object.keys(graph.nodes)).toEqual(['n1', 'n2']);
  expect(graph.nodes['n2']?.next).toEqual({ next: null });
});

test('the start cannot be deleted, doubled or switched off', () => {
  expect(applyCommand(chain(), { do: 'delete', ids: ['n1'], heal: true })).toBeUndefined();
  expect(applyCommand(chain(), { do: 'duplicate', ids: ['n1'], as: { n1: 'x' }, salt: 's' })).toBeUndefined();
  expect(applyCommand(chain(), { do: 'toggleDisabled', id: 'n1' })).toBeUndefined();
});

test('a connection that would close a circle is refused', () => {
  expect(applyCommand(chain(), { do: 'connect', from: { node: 'b', port: 'next' }, to: 'n2' })).toBeUndefined();
  expect(after(chain(), { do: 'connect', from: { node: 'b', port: 'next' }, to: 'a' }).nodes['b']?.next).toEqual({
    next: 'a',
  });
});

test('ports follow the configuration; what followed a removed port stays', () => {
  const when = { all: [] };
  const value = [
    { port: 'b0', when },
    { port: 'vip', when },
  ];
  const graph = after(chain(), { do: 'setConfig', id: 'n3', path: ['branches'], value });
  expect(graph.nodes['n3']?.next).toEqual({ b0: 'a', vip: null, no: 'b' });
  const fewer = after(graph, { do: 'setConfig', id: 'n3', path: ['branches'], value: value.slice(1) });
  expect(fewer.nodes['n3']?.next).toEqual({ vip: null, no: 'b' });
  expect(fewer.nodes['a']).toBeDefined();
});

test('an unknown node keeps what is stored in it', () => {
  const graph = chain();
  graph.nodes['b'] = { type: 'telepathy', config: { strength: { deep: [1] } }, next: { heard: 'c' }, secret: true };
  const inserted = after(graph, {
    do: 'insertAt',
    at: { node: 'b', port: 'heard' },
    id: 'new',
    type: 'wait',
    salt: 's',
  });
  expect(inserted.nodes['b']).toEqual({ ...graph.nodes['b'], next: { heard: 'new' } });
});

test('labels name the node in both languages', () => {
  expect(applyCommand(chain(), { do: 'delete', ids: ['n2'], heal: true })?.label).toEqual({
    ja: '「待つ」を削除',
    en: 'Delete “Wait”',
  });
});

test('a change is written at the deepest path that holds all of it', () => {
  expect(changedPath({ a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } })).toEqual({ path: ['a', 'c'], value: 3 });
  expect(changedPath({ l: [{ x: 1 }, { x: 2 }] }, { l: [{ x: 1 }, { x: 5 }] })).toEqual({
    path: ['l', '1', 'x'],
    value: 5,
  });
  expect(changedPath({ a: 1 }, { a: 1 })).toBeUndefined();
  expect(changedPath({ a: 1, at: '1' }, { a: 1 })).toEqual({ path: ['at'], value: undefined });
});

test('wrapping puts nodes on the first way of a new branch, and the other leads past them', () => {
  const graph = after(chain(), { do: 'wrapInBranch', ids: ['n2'], id: 'new', type: 'branch', salt: 's' });
  expect(graph.nodes['n1']?.next).toEqual({ next: 'new' });
  expect(graph.nodes['new']?.next).toEqual({ yes: 'n2', no: 'n3' });
});

test('ways out are added, put in order and taken away by what their type declares', () => {
  const added = after(chain(), { do: 'addBranch', id: 'n3', locale: 'ja' });
  expect(added.nodes['n3']?.next).toEqual({ b0: 'a', no: 'b', b2: null });
  const ordered = after(added, { do: 'reorderBranch', id: 'n3', port: 'b2', by: -1 });
  expect(portsOf(ordered.nodes['n3']!).map(({ id }) => id)).toEqual(['b2', 'b0', 'no']);
  expect(applyCommand(ordered, { do: 'reorderBranch', id: 'n3', port: 'b2', by: -1 })).toBeUndefined();
  const fewer = after(ordered, { do: 'removeBranch', id: 'n3', port: 'b0' });
  expect(fewer.nodes['n3']?.next).toEqual({ no: 'b', b2: null });
  expect(fewer.nodes['a']).toBeDefined();
  expect(applyCommand(fewer, { do: 'removeBranch', id: 'n3', port: 'b2' })).toBeUndefined();
  expect(applyCommand(chain(), { do: 'addBranch', id: 'n2', locale: 'ja' })).toBeUndefined();
});

test('another type takes over the place, the name and the ways in their order', () => {
  const named = after(chain(), { do: 'rename', id: 'n3', name: '大事' });
  const graph = after(named, { do: 'replaceType', id: 'n3', type: 'wait-for', salt: 's' });
  expect(graph.nodes['n3']).toMatchObject({ type: 'wait-for', name: '大事', next: { happened: 'a', timeout: 'b' } });
  expect(applyCommand(chain(), { do: 'replaceType', id: 'n1', type: 'wait', salt: 's' })).toBeUndefined();
});

test('a way back leads to a node before it only', () => {
  const at = { node: 'b', port: 'next' };
  const graph = after(chain(), { do: 'insertAt', at, id: 'back', type: 'go-to', salt: 's', backTo: 'n2' });
  expect(graph.nodes['back']?.config['to']).toBe('n2');
  expect(after(graph, { do: 'setGoto', id: 'back', to: 'n3' }).nodes['back']?.config['to']).toBe('n3');
  expect(applyCommand(graph, { do: 'setGoto', id: 'back', to: 'c' })).toBeUndefined();
  expect(applyCommand(graph, { do: 'setGoto', id: 'n2', to: 'n1' })).toBeUndefined();
});

test('a copy of several stands behind them; copies of scattered nodes lie in the tray', () => {
  const as = { n2: 'x', n3: 'y', b: 'z' };
  const behind = after(journeyOf({ n2: ['wait', 'n3'], n3: ['email', 'n4'], n4: ['exit'] }), {
    do: 'duplicate',
    ids: ['n2', 'n3'],
    as,
    salt: 's',
  });
  expect([behind.nodes['n3']?.next, behind.nodes['x']?.next, behind.nodes['y']?.next]).toEqual([
    { next: 'x' },
    { next: 'y' },
    { next: 'n4' },
  ]);
  const tray = after(chain(), { do: 'duplicate', ids: ['n2', 'b'], as, salt: 's' });
  expect([tray.nodes['x']?.next, tray.nodes['z']?.next]).toEqual([{ next: null }, { next: null }]);
});

test('labels count several nodes', () => {
  expect(applyCommand(chain(), { do: 'delete', ids: ['n2', 'a'], heal: true, cut: true })?.label).toEqual({
    ja: '2件の手順を切り取り',
    en: 'Cut 2 nodes',
  });
});
