import { fillByClosure, fillByLiquidjs } from '@tabiji/server/templates/fill.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { attempt, parse } from './both-ways.ts';
import { scope, template } from './random-template.ts';

const RUNS = 3_000;

test.each(['html', 'plain'] as const)(
  'closures write what liquidjs writes, into %s',
  { timeout: 120_000 },
  (target) => {
    const seen = { parsed: 0, covered: 0, refused: 0 };
    fc.assert(
      fc.property(template, scope, (text, values) => {
        const part = parse(target, text);
        if (!part) return;
        seen.parsed += 1;
        if (!part.emit) return;
        seen.covered += 1;
        const expected = attempt(() => fillByLiquidjs(part, structuredClone(values)));
        if (expected === 'refused') seen.refused += 1;
        expect(attempt(() => fillByClosure(part, structuredClone(values))?.text)).toBe(expected);
      }),
      { numRuns: RUNS },
    );
    expect(seen.covered / seen.parsed).toBeGreaterThan(0.8);
  },
);
