import { expect, test } from 'vitest';
import type { EventFact } from '../../conditions/facts.ts';
import { compileGraph } from '../../engine/compile.ts';
import { JourneyGraph } from '../../journey/graph.ts';
import { problemsOf } from '../../journey/problems.ts';
import { NOW, turn } from '../turn.fixture.ts';
import { ANSWERED, question, type Question } from './node.ts';

const config: Question = {
  question: 'felt_effect',
  text: '実感はありましたか？',
  answers: [
    { port: 'a', value: 'yes', label: 'あり' },
    { port: 'b', value: 'not_yet', label: 'まだ' },
  ],
  until: 'P3D',
};
const answer = (at: number, arrival: number, value: string, of = 'felt_effect'): EventFact => ({
  at,
  arrival,
  properties: { question: of, answer: value },
});
const intent = { from: NOW, since: [NOW, 9] as const };
const hears = (answers: EventFact[], of = config, left?: number) =>
  question.hears?.({
    ...turn(of, {
      facts: { events: { [ANSWERED]: answers } },
      occasion: {
        now: NOW,
        zone: 'Asia/Tokyo',
        leftNode: (node) => (node === 'mail' && left !== undefined ? { at: left, arrival: 1 } : undefined),
      },
    }),
    intent,
  });

test('the answer names the port, the last one where there are several', () => {
  expect(hears([answer(NOW + 1, 10, 'yes')])).toBe('a');
  expect(hears([answer(NOW + 1, 10, 'yes'), answer(NOW + 2, 11, 'not_yet')])).toBe('b');
});

test('answers to other questions, unknown answers and those from before do not count', () => {
  expect(
    hears([answer(NOW + 1, 10, 'yes', 'nps'), answer(NOW + 1, 11, 'perhaps'), answer(NOW, 9, 'yes')]),
  ).toBeUndefined();
});

test('where the mail is named, answers since it was sent count', () => {
  const since: Question = { ...config, asked: 'mail' };
  expect(hears([answer(NOW - 500, 5, 'yes')], since, NOW - 1000)).toBe('a');
  expect(hears([answer(NOW - 1500, 4, 'yes')], since, NOW - 1000)).toBeUndefined();
  const graph = JourneyGraph.parse({
    schema: 1,
    name: 'g',
    start: 's',
    nodes: { s: { type: 'start' }, q: { type: 'question', config: since } },
  });
  expect(problemsOf(graph).some(({ code, node }) => code === 'E14' && node === 'q')).toBe(true);
  graph.nodes['s']!.config = { triggers: [] };
  expect([...compileGraph(graph).countedFrom]).toEqual(['mail']);
});

test('silence has its own way, at the time that was asked for', () => {
  expect(question.decide(turn(config))).toMatchObject({
    kind: 'listen',
    until: NOW + 3 * 86_400_000,
    onTimeout: 'silence',
  });
  expect(question.decide(turn({ ...config, until: 'P1D', at: '18:00' }))).toMatchObject({
    until: Date.parse('2026-03-03T18:00:00+09:00'),
  });
});

test('what it lacks is told where it is', () => {
  const paths = (change: Partial<Question>) =>
    (question.problems?.({ ...config, ...change }, {}) ?? []).map(({ path }) => path);
  expect(paths({})).toEqual([]);
  expect(paths({ question: '', text: '', answers: [], until: 'PT0S' })).toEqual([
    'question',
    'text',
    'answers',
    'until',
  ]);
  expect(
    paths({
      answers: [
        { port: 'silence', value: 'x', label: '' },
        { port: 'b', value: 'x', label: 'B' },
      ],
    }),
  ).toEqual(['answers.2.port', 'answers.0.label', 'answers.1.value']);
});
