import { z } from 'zod';
import { NO_NEEDS } from '../../conditions/facts.ts';
import { defineNode } from '../define-node.ts';
import { sayOneOf, sayTopic } from '../field.ts';
import { leave } from '../outcome.ts';

export const Subscribe = z.strictObject({
  topic: z.string().max(100).describe('what is said yes or no to'),
  subscribed: z.boolean().default(true).describe('yes or no'),
});
export type Subscribe = z.infer<typeof Subscribe>;

export const subscribe = defineNode({
  type: 'subscribe',
  version: 1,
  group: 'update',
  label: { ja: '購読の登録・解除', en: 'Subscribe' },
  keywords: [
    'こうどく',
    'koudoku',
    'とうろく',
    'touroku',
    'かいじょ',
    'kaijo',
    '配信カテゴリ',
    'subscribe',
    'unsubscribe',
    'topic',
    'opt out',
  ],
  config: Subscribe,
  initial: { topic: '', subscribed: true },
  rests: false,
  inPicker: true,
  changes: true,
  ports: () => [{ id: 'next', label: { ja: '次へ', en: 'Next' } }],
  fields: {
    topic: { ja: '配信カテゴリ', en: 'Topic', say: sayTopic },
    subscribed: {
      ja: 'すること',
      en: 'What to do',
      say: sayOneOf({ true: { ja: '購読にする', en: 'subscribe' }, false: { ja: '購読を止める', en: 'unsubscribe' } }),
    },
  },
  summary: ({ topic, subscribed }, locale, names) => {
    if (topic === '') return locale === 'ja' ? '配信カテゴリを選んでください' : 'Choose a topic';
    const name = sayTopic(topic, locale, names);
    if (subscribed) return locale === 'ja' ? `「${name}」を購読にする` : `Subscribe to “${name}”`;
    return locale === 'ja' ? `「${name}」の購読を止める` : `Unsubscribe from “${name}”`;
  },
  needs: () => NO_NEEDS,
  decide: ({ config: { topic, subscribed } }) => leave('next', [{ kind: 'subscription', topic, subscribed }]),
  problems: ({ topic }, { topics }) => {
    if (topic.trim() === '')
      return [
        {
          severity: 'error',
          path: 'topic',
          message: { ja: '配信カテゴリが選ばれていません。', en: 'Choose a topic.' },
        },
      ];
    if (topics && !topics.has(topic))
      return [
        {
          code: 'E14',
          severity: 'warning', // what is said is kept, and counts once there is such a topic
          path: 'topic',
          message: {
            ja: `配信カテゴリ「${topic}」が設定にありません。`,
            en: `The settings have no topic “${topic}”.`,
          },
        },
      ];
    return [];
  },
  upgrades: [],
});
