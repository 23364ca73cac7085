import { plain } from './normalise.ts';

/** Ways of writing the same syllable in romaji, Hepburn to Kunrei. */
const SPELLINGS: readonly [RegExp, string][] = [
  [/sh(?=[auo])/g, 'sy'],
  [/ch(?=[auo])/g, 'ty'],
  [/j(?=[auo])/g, 'zy'],
  [/shi/g, 'si'],
  [/chi/g, 'ti'],
  [/tsu/g, 'tu'],
  [/ji/g, 'zi'],
  [/fu/g, 'hu'],
];

/** A text without the differences that searching ignores: width, case, kind of kana, spelling of romaji. */
export const folded = (text: string): string =>
  SPELLINGS.reduce(
    (folding, [from, to]) => folding.replaceAll(from, to),
    plain(text)
      .toLowerCase()
      .replaceAll(/[ァ-ヶ]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60)),
  );

/** Whether every word of a query is somewhere in one of the texts. */
export function matches(query: string, texts: readonly (string | undefined)[]): boolean {
  const all = texts.flatMap((text) => (text ? folded(text) : []));
  return folded(query)
    .split(/\s+/)
    .every((word) => all.some((text) => text.includes(word)));
}
