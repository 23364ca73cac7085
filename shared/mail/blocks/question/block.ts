import { z } from 'zod';
import { padding, Pixels } from '../common-fields.ts';
import { defineBlock, type NewBlock } from '../define-block.ts';
import type { Control, Field, Place } from '../field.ts';
import { accentOf, marked } from '../standard.ts';
import { namesIn } from '../../source/element.ts';
import type { Words } from '../../../locale.ts';
import { answerRows, Answers, askedIn, Name, type Asked, type Layout } from './answers.ts';

const MARK = 'tabiji-question';
const SCALE = 'tabiji-scale';
const NOTHING: Asked = { question: '', answers: [], low: '', high: '' };

const layoutOf = ({ element }: Place): Layout => (namesIn(element, 'css-class').includes(SCALE) ? 'scale' : 'choice');

/** A field whose change writes the rows anew. */
function asked<Key extends keyof Asked>(
  key: Key,
  described: { label: Words; help?: Words; control: Control; schema: z.ZodType<Asked[Key]> },
): Field<Asked[Key]> {
  return {
    ...described,
    read: (place) => (askedIn(place) ?? NOTHING)[key],
    write: (place, value) => {
      const { element, defaults } = place;
      const now = { ...(askedIn(place) ?? NOTHING), [key]: value };
      return [
        {
          start: element.innerStart,
          end: element.innerEnd,
          text: answerRows(now, layoutOf(place), accentOf(defaults)),
        },
      ];
    },
  };
}

const Line = z.string().max(200);

const written = (question: Asked, layout: Layout, { defaults }: NewBlock) =>
  `<mj-table ${marked(defaults, 'mj-text', MARK, ...(layout === 'scale' ? [SCALE] : []))}>${answerRows(question, layout, accentOf(defaults))}</mj-table>`;

export const question = defineBlock({
  type: 'question',
  group: 'shop',
  levels: ['column'],
  label: { ja: 'ひと押し質問', en: 'One-click question' },
  values: z.object({ question: Name, answers: Answers, low: Line, high: Line, padding: Pixels }),
  fields: {
    question: asked('question', {
      label: { ja: '質問の名前', en: 'Name of the question' },
      help: {
        ja: 'ジャーニーの「質問の答え」と同じ名前にします（英数字と _）',
        en: 'The same as in the journey’s “Answer” step: letters, digits and _',
      },
      control: { kind: 'name' },
      schema: Name,
    }),
    answers: asked('answers', { label: { ja: '答え', en: 'Answers' }, control: { kind: 'answers' }, schema: Answers }),
    low: asked('low', {
      label: { ja: '左端の説明', en: 'Words at the left end' },
      help: { ja: '0〜10 の目盛りの下に出ます', en: 'Shown below a scale' },
      control: { kind: 'text' },
      schema: Line,
    }),
    high: asked('high', {
      label: { ja: '右端の説明', en: 'Words at the right end' },
      control: { kind: 'text' },
      schema: Line,
    }),
    padding,
  },
  offers: [
    {
      name: 'choice',
      label: { ja: 'ひと押し質問', en: 'One-click question' },
      about: { ja: '押すだけで答えられる選択肢', en: 'Answers that take one click' },
      keywords: [
        'しつもん',
        'shitsumon',
        'situmon',
        'アンケート',
        'あんけーと',
        'ankeeto',
        'survey',
        'poll',
        'question',
      ],
      mjml: (context) =>
        written(
          {
            ...NOTHING,
            question: 'my_question',
            answers:
              context.locale === 'ja'
                ? [
                    { value: 'yes', label: 'はい' },
                    { value: 'not_yet', label: 'まだ' },
                    { value: 'no', label: 'いいえ' },
                  ]
                : [
                    { value: 'yes', label: 'Yes' },
                    { value: 'not_yet', label: 'Not yet' },
                    { value: 'no', label: 'No' },
                  ],
          },
          'choice',
          context,
        ),
    },
    {
      name: 'nps',
      label: { ja: 'おすすめ度 0〜10', en: 'Score, 0 to 10' },
      about: { ja: '0 から 10 の数字を押してもらいます（NPS）', en: 'One click on a number (NPS)' },
      keywords: [
        'おすすめど',
        'osusumedo',
        'すいしょうど',
        'suishoudo',
        'suisyoudo',
        '推奨度',
        'nps',
        'score',
        'scale',
      ],
      mjml: (context) =>
        written(
          {
            question: 'recommend',
            answers: Array.from({ length: 11 }, (_, score) => ({ value: `n${score}`, label: String(score) })),
            low: context.locale === 'ja' ? 'すすめない' : 'Not likely',
            high: context.locale === 'ja' ? 'ぜひすすめる' : 'Very likely',
          },
          'scale',
          context,
        ),
    },
  ],
  recognise: (place) => namesIn(place.element, 'css-class').includes(MARK) && askedIn(place) !== undefined,
  summary: ({ answers }) => answers.map(({ label }) => label).join(' / '),
});
