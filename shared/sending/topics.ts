import { z } from 'zod';
import { Topic } from './rules.ts';

const Both = (most: number) => z.strictObject({ ja: z.string().max(most), en: z.string().max(most) });

/** What customers can say yes or no to, as a shop describes it. */
export const TopicSetting = z.strictObject({
  key: Topic.refine((key) => key !== '*', 'this name means all topics'),
  kind: z
    .enum(['marketing', 'transactional'])
    .describe('marketing can be refused; transactional is what an order or an account needs'),
  name: Both(60),
  about: Both(200).describe('what comes, as customers read it'),
  byDefault: z.boolean().describe('whether mails go to those who have said nothing'),
  doubleOptIn: z.boolean().describe('a yes from a form counts once it was confirmed by mail'),
});
export type TopicSetting = z.infer<typeof TopicSetting>;

/** A workspace's topics, as they are shown. The first marketing one is that of journeys that name none. */
export const Topics = z
  .array(TopicSetting)
  .max(50)
  .refine((topics) => new Set(topics.map(({ key }) => key)).size === topics.length, 'each topic once')
  .refine((topics) => topics.some(({ kind }) => kind === 'marketing'), 'at least one marketing topic');

/** In subscriptions: every marketing topic, also ones that are yet to come. */
export const ALL_TOPICS = '*';

/** By what a mail's topic is judged. */
export type TopicRule = Pick<TopicSetting, 'key' | 'kind' | 'byDefault'>;

/** The topic of journeys that name none. */
export const defaultTopic = (topics: readonly TopicSetting[]): string =>
  topics.find(({ kind }) => kind === 'marketing')?.key ?? 'news';

/** The topic of a mail; one that is no longer among the workspace's is marketing to whoever has not refused it. */
export function topicRule(topics: readonly TopicSetting[], key: string | null): TopicRule {
  const own = key ?? defaultTopic(topics);
  return topics.find((topic) => topic.key === own) ?? { key: own, kind: 'marketing', byDefault: true };
}

/** What a new workspace begins with; the same as the column's default. */
export const STANDARD_TOPICS: readonly TopicSetting[] = [
  {
    key: 'news',
    kind: 'marketing',
    byDefault: true,
    doubleOptIn: false,
    name: { ja: 'お知らせ', en: 'News' },
    about: { ja: '商品のこと、使い方、季節のお便り', en: 'Products, how to use them, letters of the season' },
  },
  {
    key: 'transactional',
    kind: 'transactional',
    byDefault: true,
    doubleOptIn: false,
    name: { ja: 'ご注文・お手続き', en: 'Orders and account' },
    about: {
      ja: 'ご注文やお手続きに必要なご連絡',
      en: 'What you need to know about an order or your account',
    },
  },
];
