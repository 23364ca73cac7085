import { z } from 'zod';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { chosenBy } from '../../chosen-by.ts';
import { armLabel, doubledPorts, freePort, PortName, type Arm } from '../arms.ts';
import { defineNode, type ConfigProblem } from '../define-node.ts';
import { leave } from '../outcome.ts';
import { Salt, saltOf } from '../salt.ts';

export const Split = z.strictObject({
  arms: z
    .array(
      z.strictObject({
        port: PortName,
        label: z.string().max(100).optional(),
        percent: z.number().min(0).max(100),
      }),
    )
    .min(1)
    .max(20)
    .describe('percentages, 100 together'),
  salt: Salt.optional(),
});
export type Split = z.infer<typeof Split>;

/** What the arms have together; tenths add up exactly. */
export const sumOf = (arms: Split['arms']): number =>
  Math.round(arms.reduce((sum, { percent }) => sum + percent, 0) * 1e6) / 1e6;

/** A further way out, with what is missing to 100 %. */
export const newArm = ({ arms }: Split): Arm & { percent: number } => ({
  port: freePort(arms),
  percent: Math.max(0, 100 - sumOf(arms)),
});

/** The same arms with equal shares, in tenths; the first ones take what does not divide. */
const evenly = (arms: Split['arms']): Split['arms'] => {
  const [share, rest] = [Math.floor(1000 / arms.length), 1000 % arms.length];
  return arms.map((arm, i) => ({ ...arm, percent: (share + (i < rest ? 1 : 0)) / 10 }));
};

export const split = defineNode({
  type: 'split',
  version: 1,
  group: 'branch',
  label: { ja: '割合で分ける', en: 'Split' },
  keywords: ['わりあい', 'wariai', 'わける', 'wakeru', '比率', 'ひりつ', 'hiritsu', 'split', 'random', 'percent', 'ab'],
  config: Split,
  initial: {
    arms: [
      { port: 'a', percent: 50 },
      { port: 'b', percent: 50 },
    ],
  },
  rests: false,
  inPicker: true,
  ports: ({ arms }) => arms.map((arm) => ({ id: arm.port, label: armLabel(arm) })),
  fields: {
    arms: {
      ja: '割合',
      en: 'Shares',
      say: (value, locale) => {
        const read = Split.shape.arms.safeParse(value);
        const arms = read.success ? read.data : [];
        return arms.map((arm) => `${armLabel(arm)[locale]} ${arm.percent}%`).join(locale === 'ja' ? '・' : ', ');
      },
    },
    salt: { ja: '分け方の種', en: 'Salt' },
  },
  summary: ({ arms }, locale) =>
    arms.map((arm) => `${armLabel(arm)[locale]} ${arm.percent}%`).join(locale === 'ja' ? '・' : ', '),
  arms: { key: 'arms', atLeast: 2, atMost: 20, make: newArm },
  fresh: (config, salt) => ({ ...config, salt }),
  needs: () => NO_NEEDS,
  decide: ({ config, enrollment }) => {
    const arms = config.arms.map(({ port, percent }) => ({ port, weight: percent }));
    const arm = chosenBy(saltOf(config, enrollment), enrollment.customer, arms) ?? arms[0]!;
    return leave(arm.port);
  },
  problems: ({ arms }) => {
    const found: ConfigProblem[] = doubledPorts(arms, 'arms');
    const sum = sumOf(arms);
    if (sum !== 100)
      found.push({
        code: 'E07',
        severity: 'error',
        path: 'arms',
        message: {
          ja: `割合の合計が${sum}%です。100%にしてください。`,
          en: `The percentages add up to ${sum}%; make them 100%.`,
        },
        fix: { label: { ja: '均等に割る', en: 'Divide evenly' }, path: 'arms', value: evenly(arms) },
      });
    return found;
  },
  upgrades: [],
});
