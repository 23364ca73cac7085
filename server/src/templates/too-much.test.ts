import { expect, test } from 'vitest';
import { isTooMuch } from './too-much.ts';

const styled = (kind: string, rules: number, tags: number) =>
  `<mj-style${kind}>${'p{color:red}'.repeat(rules)}</mj-style>${'<b>{{ a }}</b>'.repeat(tags / 2)}`;

test('rules that are written into tags count for each of these', () => {
  expect(isTooMuch(styled(' inline="inline"', 100, 2000))).toBe(false);
  expect(isTooMuch(styled(' inline="inline"', 300, 2000))).toBe(true);
  expect(isTooMuch(styled('', 300, 2000).replaceAll('color:red', 'display:inline'))).toBe(false);
  expect(isTooMuch('<mj-selector path="div">'.repeat(300) + '<br>'.repeat(2000))).toBe(true);
});

test('elements and tags count by themselves', () => {
  expect([isTooMuch('<mj-text>'.repeat(3000)), isTooMuch('<mj-text>'.repeat(3001))]).toEqual([false, true]);
  expect([isTooMuch('<br>'.repeat(40_000)), isTooMuch('<br>'.repeat(40_001))]).toEqual([false, true]);
});

test('tags inside one another count where they do not end', () => {
  expect(isTooMuch('<div>'.repeat(300) + '</div>'.repeat(300) + '<div>'.repeat(300))).toBe(false);
  expect(isTooMuch('<div>'.repeat(301) + '</div>'.repeat(301))).toBe(true);
});

test('attributes that are copied to elements count wherever they are', () => {
  const wide = (attributes: number, names: number) =>
    `<mj-class name="a" ${'x="1" '.repeat(attributes)}/>${`<mj-text mj-class="${'a '.repeat(names)}"/>`.repeat(100)}`;
  expect(isTooMuch(wide(60, 60))).toBe(false);
  expect(isTooMuch(wide(60, 90))).toBe(true);
  expect(isTooMuch(`<mj-all ${'x="1" '.repeat(4000)}/>${'<mj-text/>'.repeat(200)}`)).toBe(true);
});
