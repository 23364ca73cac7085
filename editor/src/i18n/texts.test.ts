import { describe, expect, test } from 'vitest';
import { texts as en } from './en.ts';
import { texts as ja } from './ja.ts';

const resources = { ja, en };

interface Tree {
  readonly [key: string]: string | Tree;
}

/** Paths of all texts, plural endings off: `people_one` and `people_other` are one text. */
const textsOf = (tree: Tree, path = ''): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key;
    return typeof value === 'string'
      ? [[at.replace(/_(one|other)$/, ''), value] as [string, string]]
      : textsOf(value, at);
  });

const blanksOf = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '').toSorted();

describe('translations', () => {
  const families = Object.keys(resources.en) as (keyof typeof resources.en)[];
  test('both languages have the same page families', () => {
    expect(Object.keys(resources.ja)).toEqual(families);
  });
  test.each(families)('%s has every text in both languages, with the same blanks', (family) => {
    const [ja, en] = [new Map(textsOf(resources.ja[family])), new Map(textsOf(resources.en[family]))];
    expect([...ja.keys()].toSorted()).toEqual([...en.keys()].toSorted());
    for (const [key, text] of ja) expect([key, ...blanksOf(en.get(key) ?? '')]).toEqual([key, ...blanksOf(text)]);
  });
  test('no text is empty', () => {
    const empty = [...textsOf(resources.ja), ...textsOf(resources.en)].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });
});
