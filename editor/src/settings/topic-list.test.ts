import { STANDARD_TOPICS } from '@tabiji/shared/sending/topics.ts';
import { expect, test } from 'vitest';
import { isSound, withFirst, withNew } from './topic-list.ts';

test('a new topic cannot be saved before it has a key of its own and a name', () => {
  const topics = withNew(STANDARD_TOPICS);
  expect(isSound(topics)).toBe(false);
  const named = topics.with(2, { ...topics[2]!, key: 'offers', name: { ja: 'お得な情報', en: '' } });
  expect(isSound(named)).toBe(true);
  expect(isSound(named.with(2, { ...named[2]!, key: 'news' }))).toBe(false);
  expect(isSound(STANDARD_TOPICS.slice(1))).toBe(false); // nothing that can be refused
});

test('another topic becomes the default by standing in front', () => {
  const keys = withFirst([...STANDARD_TOPICS, { ...STANDARD_TOPICS[0]!, key: 'offers' }], 2).map(({ key }) => key);
  expect(keys).toEqual(['offers', 'news', 'transactional']);
});
