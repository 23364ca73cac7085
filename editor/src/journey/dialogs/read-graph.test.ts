import { emptyGraph } from '@tabiji/shared/journey/graph.ts';
import { expect, test } from 'vitest';
import { readGraph } from './read-graph.ts';

test('reads what was written, with everything it does not know', () => {
  const graph = {
    ...emptyGraph('x'),
    extra: 1,
    nodes: { n1: { type: 'telepathy', config: { a: 1 }, next: {}, own: true } },
  };
  expect(readGraph(JSON.stringify(graph))).toEqual({ ok: true, graph });
});

test('says what is wrong', () => {
  expect(readGraph('{')).toMatchObject({ ok: false, because: 'noJson' });
  expect(readGraph('{"schema":2}')).toMatchObject({
    ok: false,
    because: 'noGraph',
    detail: expect.stringContaining('schema'),
  });
});
