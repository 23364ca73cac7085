import { expect, test } from 'vitest';
import { journeyOf } from '../../journeys.fixture.ts';
import { applyCommand } from '../apply.ts';
import type { Command } from '../commands.ts';

const graph = journeyOf({ n2: ['exit'] });
const after = (...commands: Command[]) =>
  commands.reduce((journey, command) => applyCommand(journey, command)?.after ?? journey, graph);
const add: Command = { do: 'note.add', id: 's1', node: 'n2', dx: 300, dy: 0 };

test('a note lies beside its node, says something, is moved and goes without a trace', () => {
  expect(after(add, { do: 'note.write', id: 's1', text: '14日は\n長い？' }).notes).toEqual({
    s1: { text: '14日は\n長い？', node: 'n2', dx: 300, dy: 0 },
  });
  expect(after(add, { do: 'note.move', id: 's1', dx: 8.4, dy: -20 }).notes?.['s1']).toMatchObject({ dx: 8, dy: -20 });
  expect(after(add, { do: 'note.remove', id: 's1' })).toEqual(graph);
});

test('notes that are not there, and nodes that are not there, change nothing', () => {
  expect(applyCommand(graph, { do: 'note.write', id: 's1', text: 'x' })).toBeUndefined();
  expect(applyCommand(graph, { do: 'note.add', id: 's1', node: 'gone', dx: 0, dy: 0 })).toBeUndefined();
});
