import { z } from 'zod';
import { Condition } from '../../conditions/condition.ts';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { leavesOf } from '../../conditions/parts.ts';
import { rebindCondition } from '../../conditions/rebind.ts';
import { conditionWords } from '../../conditions/words.ts';
import { chosenBy } from '../../chosen-by.ts';
import type { Json } from '../../json.ts';
import { IsoDuration, roughLength } from '../../time.ts';
import { durationWords } from '../../words.ts';
import { armLabel, doubledPorts, freePort, PortName, type Arm } from '../arms.ts';
import { defineNode, type ConfigProblem } from '../define-node.ts';
import { sayOneOf } from '../field.ts';
import { leave } from '../outcome.ts';
import { Salt, saltOf } from '../salt.ts';

export const Experiment = z.strictObject({
  arms: z
    .array(
      z.strictObject({ port: PortName, label: z.string().max(100).optional(), weight: z.number().min(0).max(100) }),
    )
    .min(1)
    .max(10)
    .describe('the ways that are compared'),
  goal: Condition.describe('what shows that a way works; it counts from the choice on'),
  within: IsoDuration.describe('how long after the choice the goal may be met; whoever has had that long is judged'),
  then: z
    .enum(['winner', 'keep'])
    .default('keep')
    .describe('once it can be told: newcomers take the best way, or go on as before'),
  alpha: z.number().min(0.001).max(0.2).default(0.05).describe('chance of naming a wrong winner, at most'),
  minimum: z.int().min(20).max(1_000_000).default(100).describe('judged customers that every way must have first'),
  salt: Salt.optional(),
});
export type Experiment = z.infer<typeof Experiment>;

/** What is kept of a decided experiment, for everybody who comes after. */
export const Decided = z.object({ winner: z.string(), at: z.iso.datetime() });
export type Decided = z.infer<typeof Decided>;

/** A further way that is compared. */
export const newArm = ({ arms }: Experiment): Arm & { weight: number } => ({ port: freePort(arms), weight: 50 });

export const experiment = defineNode({
  type: 'experiment',
  version: 1,
  group: 'branch',
  label: { ja: '実験（A/B）', en: 'Experiment' },
  keywords: ['じっけん', 'jikken', 'えーびー', 'ab', 'a/b', '比較', 'ひかく', 'hikaku', 'experiment', 'test', 'winner'],
  config: Experiment,
  initial: {
    arms: [
      { port: 'a', weight: 50 },
      { port: 'b', weight: 50 },
    ],
    goal: { orders: 'count', op: 'gte', value: 1, since: 'entered' },
    within: 'P14D',
    then: 'keep',
    alpha: 0.05,
    minimum: 100,
  },
  rests: false,
  inPicker: true,
  records: true,
  compares: ({ arms, goal, within, alpha, minimum }) => ({
    ports: arms.map(({ port }) => port),
    goal,
    within,
    alpha,
    minimum,
  }),
  ports: ({ arms }) => arms.map((arm) => ({ id: arm.port, label: armLabel(arm) })),
  fields: {
    arms: {
      ja: '割合',
      en: 'Shares',
      say: (value, locale) => {
        const read = Experiment.shape.arms.safeParse(value);
        const arms = read.success ? read.data : [];
        return arms.map((arm) => `${armLabel(arm)[locale]} ${arm.weight}`).join(locale === 'ja' ? '・' : ', ');
      },
    },
    goal: { ja: '目標', en: 'Goal' },
    within: { ja: '判定まで', en: 'Judged after' },
    then: {
      ja: '結果が出たら',
      en: 'Once it can be told',
      say: sayOneOf({
        winner: { ja: 'よかった出口へ', en: 'take the better way' },
        keep: { ja: '分け続ける', en: 'go on splitting' },
      }),
    },
    alpha: { ja: '誤って決まる確率の上限', en: 'Chance of a wrong winner' },
    minimum: { ja: '出口ごとの最少人数', en: 'Customers every way must have' },
    salt: { ja: '分け方の種', en: 'Salt' },
  },
  summary: ({ arms, goal, within }, locale, names) => {
    const ways = arms.map((arm) => armLabel(arm)[locale]).join(locale === 'ja' ? '・' : ', ');
    if (leavesOf(goal).length === 0) return locale === 'ja' ? '目標を選んでください' : 'Choose the goal';
    const what = conditionWords(goal, locale, names);
    const span = durationWords(within, locale);
    return locale === 'ja'
      ? `${ways} のどれがよいか：${span}以内に「${what}」`
      : `${ways}: which is best? ${what}, within ${span}`;
  },
  arms: { key: 'arms', atLeast: 2, atMost: 10, make: newArm },
  rebind: (config, rebind) => ({ ...config, goal: rebindCondition(config.goal, rebind) }),
  fresh: (config, salt) => ({ ...config, salt }),
  conditions: ({ goal }) => [{ path: 'goal', condition: goal }],
  needs: () => NO_NEEDS,
  decide: ({ config, enrollment, board, memory }) => {
    const isArm = (port: unknown) => config.arms.find((arm) => arm.port === port);
    const kept = isArm(memory); // who passes again in a round stays with what they had
    const winner = config.then === 'winner' ? isArm(winnerOn(board)) : undefined;
    const chosen = kept ?? winner ?? chosenBy(saltOf(config, enrollment), enrollment.customer, config.arms);
    const { port } = chosen ?? config.arms[0]!;
    return leave(port, [], { remember: port, why: !kept && winner ? 'winner' : undefined });
  },
  problems: ({ arms, goal, within }) => {
    const found: ConfigProblem[] = doubledPorts(arms, 'arms');
    const error = (path: string, ja: string, en: string) =>
      found.push({ severity: 'error', path, message: { ja, en } });
    if (arms.filter(({ weight }) => weight > 0).length < 2)
      error(
        'arms',
        '比べるには、割合が 0 でない出口が二つ以上必要です。',
        'Comparing takes two or more ways with a weight.',
      );
    if (leavesOf(goal).length === 0)
      error('goal', '実験の目標が選ばれていません。', 'Choose the goal of the experiment.');
    if (roughLength(within) < 60_000) error('within', '期間は1分以上にしてください。', 'Allow at least 1 minute.');
    return found;
  },
  upgrades: [],
});

const winnerOn = (board: Json | undefined): string | undefined => Decided.safeParse(board).data?.winner;
