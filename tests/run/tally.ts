import type { TestResult, Vitest } from 'vitest/node';

export interface Tally {
  passed: number;
  failed: number;
  /** Name of the test and the reason it gave. */
  skipped: string[];
  /** Names of tests that passed at the second attempt, and why not at the first: to be mended, not to be lived with. */
  again: string[];
}

/** Counts tests; a file that could not be loaded and an error outside any test count as one failure each. */
export function tally(vitest: Vitest): Tally {
  const counted: Tally = { passed: 0, failed: vitest.state.getUnhandledErrors().length, skipped: [], again: [] };
  for (const testModule of vitest.state.getTestModules()) {
    if (testModule.errors().length > 0) counted.failed++;
    for (const suite of testModule.children.allSuites()) if (suite.errors().length > 0) counted.failed++;
    for (const test of testModule.children.allTests()) {
      const result = test.result();
      const name = `${testModule.relativeModuleId} > ${test.fullName}`;
      if (test.diagnostic()?.flaky) counted.again.push(`${name}${firstFault(result)}`);
      if (result.state === 'passed') counted.passed++;
      else if (result.state === 'failed') counted.failed++;
      else {
        const reason = result.state === 'skipped' && result.note ? `: ${result.note}` : '';
        counted.skipped.push(`${name}${reason}`);
      }
    }
  }
  return counted;
}

/** What the first attempt met, and where; the end of the run is all that is left of it. */
function firstFault({ errors = [] }: TestResult): string {
  const [first] = errors;
  if (!first) return '';
  const where = first.stacks?.find(({ file }) => file.includes('/tests/'));
  const lines = [...first.message.split('\n').slice(0, 8), ...(where ? [`at ${where.file}:${where.line}`] : [])];
  return lines.map((line) => `\n    ${line}`).join('');
}

/** The last line of a run. */
export function closing({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}
