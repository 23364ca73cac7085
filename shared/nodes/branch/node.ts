import { z } from 'zod';
import { Condition } from '../../conditions/condition.ts';
import { evaluate } from '../../conditions/evaluate.ts';
import { allNeeds } from '../../conditions/facts.ts';
import { leavesOf, needsOf } from '../../conditions/parts.ts';
import { rebindCondition } from '../../conditions/rebind.ts';
import { conditionWords } from '../../conditions/words.ts';
import { PortName, type Arm } from '../arms.ts';
import type { Locale } from '../../locale.ts';
import { defineNode, type ConfigProblem } from '../define-node.ts';
import { overlaps } from './overlaps.ts';
import { leave } from '../outcome.ts';

export const Branch = z.strictObject({
  branches: z
    .array(z.strictObject({ port: PortName, label: z.string().max(100).optional(), when: Condition }))
    .describe('judged from top to bottom; the first that is met wins'),
  else: PortName.describe('the port for everybody else'),
});
export type Branch = z.infer<typeof Branch>;

/** A further condition, nobody meets it yet. Its port is the first of b2, b3, … that is free. */
export function newBranch({ branches, else: rest }: Branch, locale: Locale): Arm & { when: Condition } {
  const taken = new Set([rest, ...branches.map(({ port }) => port)]);
  let n = branches.length + 1;
  while (taken.has(`b${n}`)) n++;
  const label = `${locale === 'ja' ? '条件' : 'Condition'} ${branches.length + 1}`;
  return { port: `b${n}`, label, when: { all: [] } };
}

export const branch = defineNode({
  type: 'branch',
  version: 1,
  group: 'branch',
  label: { ja: '分岐', en: 'Branch' },
  keywords: ['ぶんき', 'bunki', '条件', 'じょうけん', 'branch', 'split', 'if'],
  config: Branch,
  initial: { branches: [{ port: 'yes', when: { all: [] } }], else: 'no' },
  rests: false,
  inPicker: true,
  ports: (config) => [
    ...config.branches.map(({ port, label }) => ({
      id: port,
      label: label ? { ja: label, en: label } : port === 'yes' ? { ja: 'あり', en: 'Yes' } : { ja: port, en: port },
    })),
    {
      id: config.else,
      label: config.else === 'no' ? { ja: 'なし', en: 'No' } : { ja: 'その他', en: 'Everybody else' },
    },
  ],
  fields: {
    branches: {
      ja: '条件',
      en: 'Conditions',
      say: (value, locale, names) => {
        const read = Branch.shape.branches.safeParse(value);
        const arms = read.success ? read.data : [];
        const words = arms.map(({ when }) => conditionWords(when, locale, names));
        return words.join(locale === 'ja' ? '／' : ' / ');
      },
    },
    else: { ja: 'それ以外の出口', en: 'Port for everybody else' },
  },
  summary: ({ branches }, locale, names) => {
    const first = branches[0];
    if (!first || leavesOf(first.when).length === 0)
      return locale === 'ja' ? '条件を選んでください' : 'Choose a condition';
    const words = conditionWords(first.when, locale, names);
    if (branches.length === 1) return words;
    return locale === 'ja' ? `${words} ほか${branches.length - 1}件` : `${words} and ${branches.length - 1} more`;
  },
  needs: ({ branches }) => allNeeds(branches.map(({ when }) => needsOf(when))),
  decide: ({ config, facts, occasion }) =>
    leave(config.branches.find(({ when }) => evaluate(when, facts, occasion))?.port ?? config.else),
  conditions: ({ branches }) =>
    branches.map(({ when, port }, i) => ({ path: `branches.${i}.when`, condition: when, port })),
  rebind: ({ branches, ...rest }, rebind) => ({
    ...rest,
    branches: branches.map((arm) => ({ ...arm, when: rebindCondition(arm.when, rebind) })),
  }),
  arms: { key: 'branches', atLeast: 1, atMost: 20, make: newBranch },
  problems: (config) => {
    const found: ConfigProblem[] = [];
    if (config.branches.length === 0)
      found.push({
        severity: 'error',
        path: 'branches',
        message: { ja: '条件がありません。', en: 'There is no condition.' },
      });
    const seen = new Set([config.else]);
    config.branches.forEach(({ port, when }, i) => {
      if (seen.has(port))
        found.push({
          severity: 'error',
          path: `branches.${i}.port`,
          message: { ja: `出口「${port}」が二つあります。`, en: `Two ports are called “${port}”.` },
        });
      seen.add(port);
      if (leavesOf(when).length === 0)
        found.push({
          severity: 'error',
          path: `branches.${i}.when`,
          message: { ja: '分岐の条件が選ばれていません。', en: 'Choose the condition of the branch.' },
        });
    });
    return [...found, ...overlaps(config)];
  },
  upgrades: [],
});
