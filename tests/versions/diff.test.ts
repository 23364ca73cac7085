import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stableText } from '@tabiji/shared/stable-json.ts';
import { JourneyGraph, type GraphNode } from '@tabiji/shared/journey/graph.ts';
import { diffGraphs, isEmptyDiff, type GraphDiff } from '@tabiji/shared/journey/diff/diff-graphs.ts';
import { changeText } from '@tabiji/shared/journey/diff/text.ts';
import { twoJourneys } from './two-journeys.ts';
import { diffWords } from '@tabiji/shared/journey/diff/words.ts';

const names = { template: (key: string) => ({ hello: 'ようこそ' })[key], segment: () => undefined };
const telling = (before: JourneyGraph, after: JourneyGraph, locale: 'ja' | 'en') =>
  diffWords(diffGraphs(before, after), { before, after, locale, names });
const told = (before: JourneyGraph, after: JourneyGraph, locale: 'ja' | 'en' = 'ja') =>
  telling(before, after, locale).map((change) => changeText(change, locale));

const wait = (length: string, next: string | null): Partial<GraphNode> => ({
  type: 'wait',
  config: { for: length },
  next: { next },
});
const email = (template: string, next: string | null): Partial<GraphNode> => ({
  type: 'email',
  config: { template },
  next: { next },
});
const graph = (nodes: Record<string, Partial<GraphNode>>, more: object = {}): JourneyGraph =>
  JourneyGraph.parse({
    schema: 1,
    name: 'フォロー',
    start: 's',
    settings: { reentry: 'once' },
    nodes: { s: { type: 'start', config: { triggers: [{ on: 'first_purchase' }] }, next: { next: 'a' } }, ...nodes },
    ...more,
  });

/** The earlier graph with everything done to it that a comparison lists. */
function applied(before: JourneyGraph, { nodes, settings, ways }: GraphDiff): JourneyGraph {
  const made = structuredClone(before) as JourneyGraph & Record<string, unknown>;
  const put = (on: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void => {
    if (rest.length > 0) return put(on[key] as Record<string, unknown>, rest, value);
    if (value === undefined) delete on[key];
    else on[key] = value;
  };
  for (const { path, after } of settings) put(made, path, after);
  for (const diff of nodes) {
    if (diff.kind === 'added') made.nodes[diff.node] = diff.after;
    else if (diff.kind === 'removed') delete made.nodes[diff.node];
    else for (const { path, after } of diff.parts) put(made.nodes[diff.node]!, path, after);
  }
  for (const { node, port, after } of ways) put(made.nodes[node]!.next, [port], after);
  return made;
}

/** An open end is one, whether it is written down or not. */
const text = (graph: JourneyGraph): string =>
  stableText(JSON.parse(JSON.stringify(graph, (_, value: unknown) => value ?? undefined)));

describe('a comparison', () => {
  test('of two equal journeys is empty, in whatever order their keys stand', () => {
    fc.assert(
      fc.property(twoJourneys, ([one]) => {
        const turned = { ...one, nodes: Object.fromEntries(Object.entries(one.nodes).toReversed()) };
        expect(isEmptyDiff(diffGraphs(one, turned))).toBe(true);
      }),
    );
  });

  test('lists everything that makes the later journey of the earlier one', () => {
    fc.assert(
      fc.property(twoJourneys, ([before, after]) => {
        expect(text(applied(before, diffGraphs(before, after)))).toBe(text(after));
      }),
      { numRuns: 500 },
    );
  });

  test('has a row in words for every way that leads elsewhere: something was added, removed or moved', () => {
    fc.assert(
      fc.property(twoJourneys, ([before, after]) => {
        const diff = diffGraphs(before, after);
        const named = new Set(diff.nodes.filter((one) => one.kind !== 'stayed' || one.moved).map(({ node }) => node));
        for (const way of diff.ways)
          expect([way.node, way.before, way.after].some((id) => id && named.has(id))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('says something of every row in both languages', () => {
    fc.assert(
      fc.property(twoJourneys, fc.constantFrom('ja' as const, 'en' as const), ([before, after], locale) => {
        const changes = telling(before, after, locale);
        expect(changes.map(({ node }) => node)).toEqual(diffGraphs(before, after).nodes.map(({ node }) => node));
        for (const { title, kind, lines } of changes) {
          expect(title).not.toBe('');
          expect(kind === 'removed' || lines.length > 0).toBe(true);
          expect(JSON.stringify(lines)).not.toContain('undefined');
        }
      }),
    );
  });

  test('does not see notes on the canvas', () => {
    const plain = graph({ a: wait('P1D', null) });
    const noted = { ...plain, notes: { n1: { text: '14日は長い?', dx: 0, dy: 0 } } };
    expect(isEmptyDiff(diffGraphs(plain, noted))).toBe(true);
  });
});

describe('in words', () => {
  const before = graph({ a: wait('P14D', 'b'), b: email('hello', 'c'), c: wait('P3D', null) });

  test('a longer wait is its sentence before and after', () => {
    const after = graph({ a: wait('P7D', 'b'), b: email('hello', 'c'), c: wait('P3D', null) });
    expect(told(before, after)).toEqual(['~ 待つ  14日後に進む → 7日後に進む']);
    expect(told(before, after, 'en')).toEqual(['~ Wait  Wait 14 days → Wait 7 days']);
  });

  test('an added and a removed node say what they do; their neighbours have not moved', () => {
    const after = graph({ a: wait('P14D', 'x'), x: email('again', 'c'), c: wait('P3D', null) });
    expect(told(before, after)).toEqual(['− メール「ようこそ」', '+ メール「again」  「待つ」の後']);
  });

  test('a node put elsewhere has moved, and nothing else', () => {
    const after = graph({ a: wait('P14D', 'c'), c: wait('P3D', 'b'), b: email('hello', null) });
    expect(diffGraphs(before, after).nodes.map(({ node }) => node)).toHaveLength(1);
    const long = graph({ a: wait('P1D', 'b'), b: wait('P2D', 'c'), c: wait('P3D', 'd'), d: email('hello', null) });
    const first = graph({ a: wait('P1D', 'd'), d: email('hello', 'b'), b: wait('P2D', 'c'), c: wait('P3D', null) });
    const [move, ...more] = telling(long, first, 'ja');
    expect([move?.node, move?.kind, more]).toEqual(['d', 'moved', []]);
  });

  test('settings, names and switching off are told by their names', () => {
    const after = graph(
      { a: { ...wait('P14D', 'b'), name: '休む', disabled: true }, b: email('hello', 'c'), c: wait('P3D', null) },
      { name: '新しい', settings: { reentry: { after: 'P30D' }, sendWindow: { from: '09:00', to: '18:00' } } },
    );
    expect(told(before, after)).toEqual([
      '~ 休む  名前：なし → 休む、停止：なし → あり',
      '~ ジャーニーの設定  ジャーニー名：フォロー → 新しい',
      '~ ジャーニーの設定  再参加：一人一回だけ → 終了から30日たてば',
      '~ ジャーニーの設定  送る時間帯：なし → 09:00〜18:00',
    ]);
  });
});
