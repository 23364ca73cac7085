import type { Condition, CpmCondition, PropertyTest, Since } from './condition.ts';
import { checkName, checkValue, type ConditionProblem, type ValueKind } from './check-value.ts';
import { CPM_WORDS, ORDER_MEASURES } from './words.ts';

/** More tests than a person would write; keeps statements and evaluation bounded. */
const MOST_TESTS = 100;
const DEEPEST = 20;

/** What is wrong with a condition. `inJourney`: whether it may count from entering a journey or leaving a node. */
export function checkCondition(condition: Condition, { inJourney }: { inJourney: boolean }): ConditionProblem[] {
  const leaves = leavesWithPaths(condition, '', 0);
  if (leaves.length > MOST_TESTS || leaves.some(({ depth }) => depth > DEEPEST))
    return [
      {
        path: '',
        kind: 'value',
        message: {
          ja: `条件が大きすぎます（${MOST_TESTS}個、${DEEPEST}段まで）。セグメントに分けてください。`,
          en: `The condition is too large (at most ${MOST_TESTS} tests, ${DEEPEST} levels). Split it into segments.`,
        },
      },
    ];
  return leaves.flatMap(({ leaf, path }) => [
    ...checkLeaf(leaf, path),
    ...(inJourney ? [] : onlyInJourneys(leaf, path)),
  ]);
}

type Leaf = Exclude<Condition, { all: Condition[] } | { any: Condition[] } | { not: Condition }>;
type Placed = { leaf: Leaf; path: string; depth: number };

/** The single tests of a condition, each with its path inside it and how deep it stands. */
export function leavesWithPaths(condition: Condition, path: string, depth = 0): Placed[] {
  const into = (parts: readonly Condition[], name: string) =>
    parts.flatMap((part, i) => leavesWithPaths(part, at(path, `${name}.${i}`), depth + 1));
  if ('all' in condition) return into(condition.all, 'all');
  if ('any' in condition) return into(condition.any, 'any');
  if ('not' in condition) return leavesWithPaths(condition.not, at(path, 'not'), depth + 1);
  return [{ leaf: condition, path, depth }];
}

const at = (path: string, name: string) => (path === '' ? name : `${path}.${name}`);

function checkLeaf(leaf: Leaf, path: string): ConditionProblem[] {
  if ('cpm' in leaf) return checkCpm(leaf, path);
  if ('segment' in leaf) return checkName(leaf.segment, at(path, 'segment'), SEGMENT);
  if ('message' in leaf) return [];
  if ('attribute' in leaf) {
    const name = { ja: leaf.attribute, en: leaf.attribute };
    return [...checkName(leaf.attribute, at(path, 'attribute'), ATTRIBUTE), ...checkValue('any', leaf, path, name)];
  }
  const where = (leaf.where ?? []).flatMap((test, i) => checkProperty(test, at(path, `where.${i}`)));
  if ('event' in leaf) {
    const name = { ja: `「${leaf.event}」の回数`, en: `Count of “${leaf.event}”` };
    return [...checkName(leaf.event, at(path, 'event'), EVENT), ...checkValue('count', leaf, path, name), ...where];
  }
  return [...checkValue(KINDS[leaf.orders], leaf, path, ORDER_MEASURES[leaf.orders]), ...where];
}

const KINDS = {
  count: 'count',
  amount: 'count',
  interval: 'days',
  first: 'date',
  last: 'date',
} as const satisfies Record<string, ValueKind>;
const SEGMENT = { ja: 'セグメント', en: 'segment' };
const ATTRIBUTE = { ja: '属性', en: 'attribute' };
const EVENT = { ja: 'イベント', en: 'event' };
const PROPERTY = { ja: '項目', en: 'property' };

const checkProperty = (test: PropertyTest, path: string): ConditionProblem[] => [
  ...checkName(test.property, at(path, 'property'), PROPERTY),
  ...checkValue('any', test, path, { ja: test.property, en: test.property }),
];

const checkCpm = ({ cpm, op, value }: CpmCondition, path: string): ConditionProblem[] =>
  checkValue(cpm, { op, value }, path, CPM_WORDS[cpm]);

/** Counting from an entry or a node, and naming a node, makes sense in one journey only. */
function onlyInJourneys(leaf: Leaf, path: string): ConditionProblem[] {
  const since: Since | undefined = 'since' in leaf ? leaf.since : undefined;
  const problems: ConditionProblem[] = [];
  if (since === 'entered' || typeof since === 'object')
    problems.push({
      path: at(path, 'since'),
      kind: 'journey',
      message: {
        ja: '「開始後」や「手順の後」はジャーニーの中でだけ使えます。「直近90日」などの期間を選んでください。',
        en: 'Counting since entering or since a node works inside journeys only; choose a period such as the last 90 days (P90D).',
      },
    });
  if ('message' in leaf && leaf.node !== undefined)
    problems.push({
      path: at(path, 'node'),
      kind: 'journey',
      message: {
        ja: '手順を指定できるのはジャーニーの中だけです。テンプレートを選んでください。',
        en: 'A node can be named inside journeys only; name the template instead.',
      },
    });
  return problems;
}
