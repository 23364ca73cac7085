import { expect, test } from 'vitest';
import { onPaper } from './on-paper.ts';

const paper = { width: 396, height: 245 };
const rows = (n: number) => Array.from({ length: n }, (_, i) => (i + 1) * 170 - 39);

test('a drawing of the shape of the sheet stays whole', () => {
  const { strips, scale } = onPaper({ left: 0, top: 0, right: 3960, bottom: 2450 }, rows(14), paper);
  expect(strips).toHaveLength(1);
  expect(scale).toBeCloseTo(0.1);
});

test('a long chain is set in columns, cut between rows, nothing lost, and far larger than whole', () => {
  const box = { left: -140, top: 0, right: 140, bottom: 17_000 };
  const { strips, scale } = onPaper(box, rows(100), paper);
  expect(strips.length).toBeGreaterThan(4);
  expect(scale).toBeGreaterThan((245 / 17_000) * 4);
  expect([strips[0]?.top, strips.at(-1)?.bottom]).toEqual([0, 17_000]);
  strips.slice(1).forEach(({ top }, i) => {
    expect(top).toBe(strips[i]?.bottom);
    expect(rows(100)).toContain(top);
  });
});
