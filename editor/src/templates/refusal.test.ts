import { expect, test } from 'vitest';
import { ApiError } from '../api/request.ts';
import { refusalOf } from './refusal.ts';

const problems = [
  { template: 'a', line: 3, text: { ja: '三', en: 'three' } },
  { template: 'a', line: 0, text: { ja: '件', en: 'subject' } },
];

test('says the first problem in the reader’s language, and how many more there are', () => {
  const error = new ApiError('refused', 'Template a: Line 3: three', { details: { problems } });
  expect(refusalOf(error, 'ja')).toEqual({ line: 3, text: '三', more: 1 });
  expect(refusalOf(error, 'en')).toEqual({ line: 3, text: 'three', more: 1 });
});

test('is silent about other errors', () => {
  expect(refusalOf(new ApiError('refused', 'x'), 'ja')).toBeUndefined();
  expect(refusalOf(new ApiError('refused', 'x', { details: { problems: [] } }), 'ja')).toBeUndefined();
  expect(refusalOf(new Error('x'), 'ja')).toBeUndefined();
});
