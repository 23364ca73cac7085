import { expect, test } from 'vitest';
import { afterFailure, passage, type Trouble } from './trouble.ts';

const NOW = 1_000_000;
const down = { because: 'down', isBusy: false };
const failing = (times: number, random = 0.5): Trouble => {
  let trouble: Trouble | null = null;
  for (let i = 0; i < times; i++) trouble = afterFailure(trouble, down, NOW, random);
  return trouble!;
};
const waits = ({ waitsUntil }: Trouble) => waitsUntil - NOW;

test('waits grow with every failure, and end at five minutes', () => {
  expect([1, 2, 3, 4, 5, 30].map((times) => waits(failing(times)))).toEqual([
    1000, 2000, 15_000, 30_000, 60_000, 300_000,
  ]);
  expect(waits(failing(1, 0))).toBe(750);
});

test('the third failure makes it out of order; being busy never does', () => {
  expect(failing(2).openedAt).toBeNull();
  expect(failing(3).openedAt).toBe(NOW);
  let busy: Trouble | null = null;
  for (let i = 0; i < 10; i++) busy = afterFailure(busy, { because: '429', isBusy: true }, NOW, 0.5);
  expect(busy).toMatchObject({ openedAt: null, tries: 10 });
});

test('what a service asks for is kept to', () => {
  expect(waits(afterFailure(null, { because: '429', isBusy: true, afterMs: 20_000 }, NOW, 0))).toBe(20_000);
  expect(waits(afterFailure(null, { because: '429', isBusy: true, afterMs: 20_000 }, NOW, 0.99))).toBe(21_980);
  expect(waits(afterFailure(failing(3), { ...down, afterMs: 600_000 }, NOW, 0))).toBe(600_000);
});

test('one tries what is out of order, when its time has come', () => {
  expect(passage(null, NOW)).toBe('all');
  expect(passage(failing(1), NOW)).toBe('none');
  expect(passage(failing(1), NOW + 1000)).toBe('all');
  expect(passage(failing(3), NOW + 1000)).toBe('none');
  expect(passage(failing(3), NOW + 15_000)).toBe('one');
});
