import { Topics, type TopicSetting } from '@tabiji/shared/sending/topics.ts';

/** A new topic at the end of the list, with nothing in it yet. */
export const withNew = (topics: readonly TopicSetting[]): TopicSetting[] => [
  ...topics,
  {
    key: '',
    kind: 'marketing',
    name: { ja: '', en: '' },
    about: { ja: '', en: '' },
    byDefault: true,
    doubleOptIn: false,
  },
];

/** The list with one topic in front: of marketing topics the first is the default. */
export const withFirst = (topics: readonly TopicSetting[], at: number): TopicSetting[] => [
  ...topics.slice(at, at + 1),
  ...topics.toSpliced(at, 1),
];

/** Whether a list can be saved. */
export const isSound = (topics: readonly TopicSetting[]): boolean =>
  Topics.safeParse(topics).success && topics.every(({ name }) => name.ja !== '' || name.en !== '');
