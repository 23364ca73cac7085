import { expect, test } from 'vitest';
import { placeholders } from './placeholders.ts';
import { problemSentence } from './problem.ts';

const found = (subject: string, mjml: string) =>
  placeholders({ subject, mjml }).map((problem) => problemSentence(problem, 'ja').replace(/ が.*/, ''));

test('what is still to be written is told with its place', () => {
  expect(found('【商品名】のご案内', '<mj-text>\n【商品名】は\n【価格】</mj-text>')).toEqual([
    '件名: 【商品名】',
    '2行目: 【商品名】',
    '3行目: 【価格】',
  ]);
});

test('what is said with the same brackets is not', () => {
  expect(found('【重要】お届けについて', '<!-- 【メモ】 -->【{{ workspace.name }}】【】'.replace('【】', ''))).toEqual(
    [],
  );
  expect(found('［春］のお便り', '')).toEqual([]);
});
