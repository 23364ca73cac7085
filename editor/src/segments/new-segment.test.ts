import { SegmentKey } from '@tabiji/shared/api/segments.ts';
import { expect, test } from 'vitest';
import { NEW_SEGMENT, suggestKey } from './new-segment.ts';

test('keys come from names where they can', () => {
  expect(suggestKey('Loyal fans!', new Set())).toBe('loyal-fans');
  expect(suggestKey('Loyal fans', new Set(['loyal-fans']))).toBe('loyal-fans-2');
});

test('Japanese names get the next free number', () => {
  expect(suggestKey('習慣のお客様', new Set())).toBe('segment-1');
  expect(suggestKey('習慣のお客様', new Set(['segment-1', 'segment-2']))).toBe('segment-3');
});

test('no saved segment can be mistaken for a new one', () => {
  expect(SegmentKey.safeParse(NEW_SEGMENT).success).toBe(false);
});
