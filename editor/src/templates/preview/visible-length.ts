const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Phones show about this many full-width characters of a subject in their list of mails. */
export const SHOWN_ON_PHONES = 18;

const isNarrow = (letter: string): boolean => /^[\u0020-\u007e\uff61-\uff9f]/.test(letter);

/** Length in full-width characters: a letter of the Latin alphabet takes half of one. */
export const visibleLength = (text: string): number => {
  let length = 0;
  for (const { segment } of graphemes.segment(text)) length += isNarrow(segment) ? 0.5 : 1;
  return length;
};

/** What fits into so many full-width characters, and what does not. */
export function cutAt(text: string, most: number): [shown: string, rest: string] {
  let length = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    length += isNarrow(segment) ? 0.5 : 1;
    if (length > most) return [text.slice(0, index), text.slice(index)];
  }
  return [text, ''];
}
