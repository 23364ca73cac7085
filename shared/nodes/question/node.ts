import { z } from 'zod';
import { isLater, NO_NEEDS, type EventFact, type Moment } from '../../conditions/facts.ts';
import { waitSteps } from '../../time/wait-steps.ts';
import { IsoDuration, roughLength, TimeOfDay, waitEnd } from '../../time.ts';
import { durationWords } from '../../words.ts';
import { doubledPorts, freePort, PortName } from '../arms.ts';
import { defineNode, type ConfigProblem, type Turn } from '../define-node.ts';
import { sayNode, sayEach } from '../field.ts';
import { listen, type Intent } from '../outcome.ts';

/** The event that an answer is kept as; its properties are `question` and `answer`. */
export const ANSWERED = 'question_answered';
/** The attribute that holds a question's latest answer. */
export const answerAttribute = (question: string): string => `answers.${question}`;

const Name = z.string().regex(/^[A-Za-z0-9_]{0,40}$/, 'a name for mails has 1–40 letters, digits or _');

export const Answer = z.strictObject({
  port: PortName,
  value: Name.describe('what is kept: the answer in conditions and later mails'),
  label: z.string().max(100).describe('what customers read'),
});

export const Question = z.strictObject({
  question: Name.describe('its name: {{ question.NAME.VALUE }} is the link in a mail'),
  text: z.string().max(200).describe('what customers are asked'),
  answers: z.array(Answer).max(20),
  until: IsoDuration.describe('how long an answer is awaited'),
  at: TimeOfDay.optional().describe('local time of day at which the time is up'),
  asked: z
    .string()
    .max(40)
    .optional()
    .describe('node that asks: answers since it was left count; absent: since arriving here'),
});
export type Question = z.infer<typeof Question>;

/** A further answer, whose text is not written yet. */
export function newAnswer({ answers }: Question): z.infer<typeof Answer> {
  const port = freePort(answers);
  return { port, value: `answer_${port}`, label: '' };
}

export const question = defineNode({
  type: 'question',
  version: 1,
  group: 'wait',
  label: { ja: '質問の答え', en: 'Answer' },
  keywords: [
    'しつもん',
    'shitsumon',
    'こたえ',
    'kotae',
    'アンケート',
    'あんけーと',
    'ankeeto',
    'question',
    'answer',
    'survey',
    'nps',
  ],
  config: Question,
  initial: {
    question: '',
    text: '',
    answers: [
      { port: 'a', value: 'yes', label: '' },
      { port: 'b', value: 'no', label: '' },
    ],
    until: 'P3D',
  },
  rests: true,
  inPicker: true,
  ports: ({ answers }) => [
    ...answers.map(({ port, value, label }) => ({ id: port, label: { ja: label || value, en: label || value } })),
    { id: 'silence', label: { ja: '答えなし', en: 'No answer' } },
  ],
  fields: {
    question: { ja: '質問の名前', en: 'Name of the question' },
    text: { ja: '質問', en: 'Question' },
    answers: {
      ja: '答え',
      en: 'Answers',
      say: sayEach((value) => {
        const read = Answer.safeParse(value);
        return read.success ? read.data.label || read.data.value : '';
      }),
    },
    until: { ja: '答えを待つ期間', en: 'Wait for an answer' },
    at: { ja: '時刻', en: 'Time of day' },
    asked: { ja: '質問したメール', en: 'Asked by', say: sayNode },
  },
  summary: (config, locale) => {
    if (config.text === '') return locale === 'ja' ? '質問を書いてください' : 'Write the question';
    const span = durationWords(config.until, locale);
    return locale === 'ja' ? `「${config.text}」の答えを${span}待つ` : `“${config.text}”, ${span} for an answer`;
  },
  asks: ({ question: name, text, answers }) => ({
    question: name,
    text,
    answers: answers.map(({ value, label }) => ({ value, label })),
  }),
  conditions: ({ asked }) =>
    asked === undefined
      ? []
      : [{ path: 'asked', condition: { event: ANSWERED, op: 'gte' as const, value: 1, since: { node: asked } } }],
  rebind: (config, rebind) =>
    config.asked === undefined ? config : { ...config, asked: rebind('node', config.asked) },
  arms: { key: 'answers', atLeast: 1, atMost: 20, make: newAnswer },
  needs: () => ({ ...NO_NEEDS, events: new Set([ANSWERED]) }),
  decide: ({ config, now, zone, reached, intent = { from: now, since: [reached.at, reached.arrival] } }) =>
    listen(endOf(config, intent, zone), 'silence', intent),
  plan: (config, intent, zone) => endOf(config, intent, zone),
  explain: ({ until, at }, intent, zone) => waitSteps(intent.from, { for: until, at }, zone, 'limit'),
  hears: (turn) => {
    const { config, facts } = turn;
    const since = sinceWhen(turn);
    const answer = (facts.events[ANSWERED] ?? []).findLast((one) => isLater(one, since) && answersTo(config, one));
    return config.answers.find(({ value }) => value === answer?.properties['answer'])?.port;
  },
  problems: ({ question: name, text, answers, until, at }) => {
    const found: ConfigProblem[] = doubledPorts([...answers, { port: 'silence' }], 'answers');
    const missing = (path: string, ja: string, en: string) =>
      found.push({ severity: 'error', path, message: { ja, en } });
    if (name === '') missing('question', '質問の名前がありません。', 'The question has no name.');
    if (text === '') missing('text', '質問の文がありません。', 'The question has no text.');
    if (answers.length === 0) missing('answers', '答えがありません。', 'There are no answers.');
    answers.forEach(({ value, label }, i) => {
      if (value === '')
        missing(`answers.${i}.value`, `${i + 1}つめの答えの値がありません。`, `Answer ${i + 1} has no value.`);
      if (label === '')
        missing(`answers.${i}.label`, `${i + 1}つめの答えの文がありません。`, `Answer ${i + 1} has no text.`);
      if (answers.findIndex((other) => other.value === value) < i)
        missing(`answers.${i}.value`, `答え「${value}」が二つあります。`, `Two answers are kept as “${value}”.`);
    });
    if (roughLength(until) < 60_000 && (at === undefined || roughLength(until) < 0))
      missing('until', '待つ期間は1分以上にしてください。', 'Wait for an answer at least 1 minute.');
    return found;
  },
  upgrades: [],
});

const endOf = ({ until, at }: Question, intent: Intent, zone: string) => waitEnd(intent.from, { for: until, at }, zone);

/** From when on answers count. */
const sinceWhen = ({ config, occasion, intent }: Turn<Question> & { intent: Intent }): Moment =>
  (config.asked === undefined ? undefined : occasion.leftNode?.(config.asked)) ?? {
    at: intent.since?.[0] ?? intent.from,
    arrival: intent.since?.[1] ?? 0,
  };

const answersTo = ({ question: name, answers }: Question, { properties }: EventFact): boolean =>
  properties['question'] === name && answers.some(({ value }) => value === properties['answer']);
