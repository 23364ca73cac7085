import { fillByClosure, fillByLiquidjs } from '@tabiji/server/templates/fill.ts';
import { liquidEngine, type Target } from '@tabiji/server/templates/liquid-engine.ts';
import { type Part, partOf } from '@tabiji/server/templates/prepare.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scope, template } from './random-template.ts';

const RUNS = 3_000;

/** The text as both need it, or null where its author would be told of a mistake. */
function parse(target: Target, text: string): Part | null {
  const liquid = liquidEngine(target, 'ja');
  try {
    return partOf(liquid, liquid.parse(text));
  } catch (error) {
    if (error instanceof Error && 'token' in error) return null;
    throw error;
  }
}

/** What is written, or that it is refused. */
function attempt(write: () => string | undefined): string {
  try {
    return write() ?? 'nothing';
  } catch (error) {
    if (error instanceof Error) return 'refused';
    throw error;
  }
}

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
