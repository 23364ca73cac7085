import { z } from 'zod';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { isForbiddenKey, Json } from '../../json.ts';
import { defineNode, type ConfigProblem } from '../define-node.ts';
import { leave } from '../outcome.ts';
import { applied } from './apply.ts';
import { updateWords } from './words.ts';

const Attribute = z
  .string()
  .max(100)
  .refine((name) => !isForbiddenKey(name), { error: 'an attribute may not be called like that' });

/** One thing that is changed about the customer. */
export const Step = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('set'), attribute: Attribute, value: Json }),
  z.strictObject({ do: z.literal('clear'), attribute: Attribute }),
  z.strictObject({ do: z.literal('add'), attribute: Attribute, by: z.number() }),
  z.strictObject({
    do: z.literal('copy'),
    attribute: Attribute,
    event: z.string().max(200).describe('its latest occurrence'),
    property: z.string().max(100),
  }),
  z.strictObject({ do: z.literal('tag'), tag: z.string().max(100) }),
  z.strictObject({ do: z.literal('untag'), tag: z.string().max(100) }),
]);
export type Step = z.infer<typeof Step>;

export const Update = z.strictObject({
  steps: z.array(Step).max(50).describe('done in order, together'),
});
export type Update = z.infer<typeof Update>;

/** What the customer's record has columns for; it is told by the shop, not worked out by a journey. */
const BASIC_DATA: ReadonlySet<string> = new Set([
  'email',
  'phone',
  'lastName',
  'firstName',
  'lastNameKana',
  'firstNameKana',
  'locale',
  'timeZone',
]);

export const update = defineNode({
  type: 'update',
  version: 1,
  group: 'update',
  label: { ja: '顧客を更新', en: 'Update customer' },
  keywords: [
    'こうしん',
    'koushin',
    'ぞくせい',
    'zokusei',
    'タグ',
    'たぐ',
    'かうんたー',
    'update',
    'attribute',
    'tag',
    'counter',
  ],
  config: Update,
  initial: { steps: [{ do: 'set', attribute: '', value: '' }] },
  rests: false,
  inPicker: true,
  changes: true,
  ports: () => [{ id: 'next', label: { ja: '次へ', en: 'Next' } }],
  fields: {
    steps: {
      ja: '更新する内容',
      en: 'Changes',
      say: (value, locale) => {
        const read = Update.shape.steps.safeParse(value);
        return read.success ? updateWords({ steps: read.data }, locale) : '';
      },
    },
  },
  summary: updateWords,
  needs: ({ steps }) => ({
    ...NO_NEEDS,
    attributes: true,
    events: new Set(steps.flatMap((step) => (step.do === 'copy' ? [step.event] : []))),
  }),
  decide: ({ config, facts }) => {
    const set = applied(config.steps, facts);
    return leave('next', Object.keys(set).length === 0 ? [] : [{ kind: 'attributes', set }]);
  },
  problems: ({ steps }) => {
    const found: ConfigProblem[] = [];
    const error = (path: string, ja: string, en: string) =>
      found.push({ severity: 'error', path, message: { ja, en } });
    if (steps.length === 0) error('steps', '更新する内容がありません。', 'There is nothing to change.');
    steps.forEach((step, i) => {
      const at = `steps.${i}`;
      if ('attribute' in step && step.attribute.trim() === '')
        error(`${at}.attribute`, '属性の名前がありません。', 'An attribute has no name.');
      if ('attribute' in step && BASIC_DATA.has(step.attribute))
        error(
          `${at}.attribute`,
          `基本情報「${step.attribute}」はジャーニーでは変えられません。`,
          `Basic data (“${step.attribute}”) cannot be changed by a journey.`,
        );
      if ('tag' in step && step.tag.trim() === '') error(`${at}.tag`, 'タグの名前がありません。', 'A tag has no name.');
      if (step.do === 'copy' && (step.event === '' || step.property === ''))
        error(`${at}.event`, '写すイベントの項目が選ばれていません。', 'Choose the event and property to copy.');
    });
    return found;
  },
  upgrades: [],
});
