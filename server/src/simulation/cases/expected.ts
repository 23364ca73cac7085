import type { CaseResult, ExpectedStep } from '@tabiji/shared/api/journey-cases.ts';
import type { Trace } from '@tabiji/shared/api/trace.ts';

/** What a case expects of a trace: who came in, by which ports they went and when, which mails, how it ended. */
export const expectedOf = ({ rows }: Pick<Trace, 'rows'>): ExpectedStep[] =>
  rows.flatMap((row): ExpectedStep[] => {
    const { at, node } = row;
    switch (row.kind) {
      case 'entered':
        return [{ at, kind: 'entered', node, what: row.by }];
      case 'refused':
        return [{ at, kind: 'refused', node, what: row.because }];
      case 'step':
        return row.outcome === 'leave' ? [{ at, kind: 'step', node, what: row.port ?? '' }] : [];
      case 'mail':
        return [{ at, kind: 'mail', node, what: `${row.template}:${row.state}` }];
      case 'ended':
        return [{ at, kind: 'ended', node, what: row.reason }];
      case 'fact':
      case 'held':
        return [];
    }
  });

/** The first thing that is different; null where nothing is. */
export function firstDifference(
  expected: readonly ExpectedStep[],
  actual: readonly ExpectedStep[],
): CaseResult['difference'] {
  for (let index = 0; index < Math.max(expected.length, actual.length); index++) {
    const [one, other] = [expected[index] ?? null, actual[index] ?? null];
    if (one && other && isSame(one, other)) continue;
    return { index, expected: one, actual: other };
  }
  return null;
}

const isSame = (a: ExpectedStep, b: ExpectedStep): boolean =>
  Date.parse(a.at) === Date.parse(b.at) && a.kind === b.kind && a.node === b.node && a.what === b.what;
