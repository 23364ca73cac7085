import { expect, test } from 'vitest';
import type { Finding } from '../api/domains.ts';
import {
  type AcceptedFindings,
  failingOf,
  isFailing,
  type KnownFindings,
  learn,
  nextLook,
  stillAccepted,
  turnedBad,
} from './domain-rule.ts';

const text = { ja: '', en: '' };
const said = (state: Finding['state'], code: string = state): Finding => ({ topic: 'dkim', state, code, text });
const HOUR = 3_600_000;
const START = Date.parse('2026-11-22T00:00:00Z');

/** What is known after answers an hour apart. */
const after = (...answers: Finding[]): KnownFindings =>
  answers.reduce<KnownFindings>((known, answer, hour) => learn(known, [answer], START + hour * HOUR), {});
const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

test.each<[string, Finding[], failing: string[], turned: string[]]>([
  ['never asked', [], [], []],
  ['good', [said('good')], [], []],
  ['wrong from the beginning', [said('mend', 'missing'), said('mend', 'missing')], ['missing'], []],
  ['wrong for a moment', [said('good'), said('mend', 'missing')], ['missing'], []],
  ['wrong for an hour', [said('good'), said('mend', 'missing'), said('mend', 'missing')], ['missing'], ['missing']],
  ['wrong in another way', [said('good'), said('mend', 'missing'), said('mend', 'other')], ['other'], ['other']],
  ['good again', [said('good'), said('mend', 'missing'), said('mend', 'missing'), said('good')], [], []],
  ['not to be asked', [said('good'), said('unknown'), said('unknown')], [], []],
  ['not to be asked when it was wrong', [said('mend', 'missing'), said('unknown')], ['missing'], []],
  ['wrong, then silent', [said('good'), said('mend', 'missing'), said('unknown'), said('unknown')], ['missing'], []],
])('a signature that is %s', (_, answers, failing, turned) => {
  const known = after(...answers);
  expect(codes(failingOf(known, {}))).toEqual(failing);
  expect(codes(turnedBad(known, {}))).toEqual(turned);
});

test('is asked about in an hour while it is not certain, else every day', () => {
  const next = (...answers: Finding[]) => {
    const now = START + answers.length * HOUR;
    return (nextLook(after(...answers), {}, answers.slice(-1), now) - now) / HOUR;
  };
  expect(next(said('good'))).toBe(24);
  expect(next(said('good'), said('mend'))).toBe(1);
  expect(next(said('good'), said('mend'), said('mend'))).toBe(24);
  expect(next(said('good'), said('unknown'))).toBe(1);
  expect(next(said('mend'), said('mend'))).toBe(24);
});

test('what somebody accepts counts for that finding only', () => {
  const accepted: AcceptedFindings = { dkim: { code: 'no_key', by: 'a', at: '', note: 'the relay signs' } };
  const none = after(said('mend', 'no_key'));
  expect(failingOf(none, accepted)).toEqual([]);
  expect(stillAccepted(none, accepted)).toEqual(accepted);
  const other = after(said('mend', 'no_key'), said('mend', 'missing'));
  expect(codes(failingOf(other, accepted))).toEqual(['missing']);
  expect(stillAccepted(other, accepted)).toEqual({});
  expect(stillAccepted(after(said('mend', 'no_key'), said('good')), accepted)).toEqual({});
});

test('what only weakens a domain is advice', () => {
  const spf = (code: string): Finding => ({ topic: 'spf', state: 'mend', code, text });
  expect(['none', 'several', 'open_ended', 'not_named'].map((code) => isFailing(spf(code)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
