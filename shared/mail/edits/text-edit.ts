/** A piece of a text that is replaced; offsets are those of the text before. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** The text after edits that do not overlap, in whatever order they are given. */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  let text = '';
  let at = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.slice(at);
}

/** Where an offset of the old text is in the new one; what stands behind an insertion at the same place moves on. */
export const movedBy = (offset: number, edits: readonly TextEdit[]): number =>
  edits.reduce((moved, { start, end, text }) => (end <= offset ? moved + text.length - (end - start) : moved), offset);

/** The smallest single edit that makes one text of another. */
export function difference(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let back = 0;
  while (back < most - start && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
  return { start, end: before.length - back, text: after.slice(start, after.length - back) };
}
