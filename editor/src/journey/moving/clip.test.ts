import { expect, test } from 'vitest';
import { journeyOf } from '../journeys.fixture.ts';
import { clipOf, mentionsIn, missingIn, readClip, sharedTemplates } from './clip.ts';
import { rangeBetween } from './select.ts';

const graph = journeyOf({
  a: ['email', 'b'],
  b: ['branch', 'c', 'd'],
  c: ['wait', 'e'],
  d: ['wait', 'e'],
  e: ['exit'],
});
graph.nodes['b']!.config = {
  branches: [
    {
      port: 'b0',
      when: {
        all: [
          { segment: 'gold', member: true },
          { message: 'opened', node: 'a' },
        ],
      },
    },
  ],
  else: 'no',
};

test('one branch is copied with what lies between its ways, several nodes as they are', () => {
  expect(Object.keys(clipOf(graph, ['b'], 1)!.fragment.nodes)).toEqual(['b', 'c', 'd']);
  expect(Object.keys(clipOf(graph, ['a', 'b'], 1)!.fragment.nodes)).toEqual(['a', 'b']);
  expect(clipOf(graph, ['n1'], 1)).toBeUndefined();
});

test('what went through a clipboard as text is the same again; anything else is nothing', () => {
  const clip = clipOf(graph, ['b'], 7)!;
  expect(readClip(JSON.stringify(clip))).toEqual(clip);
  const broken = ['', 'こんにちは', '{"a":1}', '[]', 'null', JSON.stringify({ ...clip, version: 2 })];
  const circle = structuredClone(clip);
  circle.fragment.nodes['c']!.next = { next: 'b' };
  expect([...broken, JSON.stringify(circle)].map(readClip).filter(Boolean)).toEqual([]);
});

test('what copied nodes mention and does not exist where they are pasted is listed once', () => {
  const clip = clipOf(graph, ['b'], 7)!;
  expect(mentionsIn(clip.fragment)).toEqual([
    { what: 'segment', key: 'gold' },
    { what: 'node', key: 'a' },
  ]);
  expect(missingIn(clip, graph, 7, { segments: new Set(['gold']) })).toEqual([]);
  expect(missingIn(clip, graph, 8, { segments: new Set() })).toEqual([
    { what: 'segment', key: 'gold' },
    { what: 'node', key: 'a' },
  ]);
  expect(missingIn(clip, graph, 7, {})).toEqual([]);
});

test('a range is everything on the ways between two nodes, whichever comes first', () => {
  expect(rangeBetween(graph, 'b', 'e').toSorted()).toEqual(['b', 'c', 'd', 'e']);
  expect(rangeBetween(graph, 'e', 'd').toSorted()).toEqual(['d', 'e']);
  expect(rangeBetween(graph, 'c', 'd').toSorted()).toEqual(['c', 'd']);
});

test('templates are shared where a mail is pasted into another journey of the same workspace', () => {
  const mailing = journeyOf({ a: ['email', 'e'], e: ['exit'] });
  mailing.nodes['a']!.config = { template: 'thanks' };
  const clip = clipOf(mailing, ['a'], 7)!;
  const here = { templates: new Set(['thanks', 'other']) };
  expect(sharedTemplates(clip, 8, here)).toEqual(['thanks']);
  expect(sharedTemplates(clip, 7, here)).toEqual([]); // the same journey: nobody is surprised
  expect(sharedTemplates(clip, 8, { templates: new Set() })).toEqual([]); // missing: it is asked for otherwise
  expect(sharedTemplates(clip, 8, {})).toEqual([]); // not known yet
});
