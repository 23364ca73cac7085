import { expect, test } from 'vitest';
import { TOKENS, type Token } from './tokens.ts';

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const value = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const inks = (Object.keys(TOKENS) as Token[]).filter((name) => !['paper', 'card', 'line'].includes(name));

test.each(inks)('%s can be read on card and paper in both schemes', (name) => {
  for (const column of [0, 1] as const)
    for (const ground of ['paper', 'card'] as const)
      expect(contrast(TOKENS[name][column], TOKENS[ground][column])).toBeGreaterThanOrEqual(4.5);
});
