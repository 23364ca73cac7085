/** What a line does to the quotes of its row: all closed, one still open at its end, or not well-formed. */
export type Quotes = 'closed' | 'open' | 'broken';

const isBlank = (character: string | undefined) => character === ' ' || character === '\t' || character === '\u3000';

/**
 * Follows the quotes of one line. A quote opens a cell only at the cell's beginning, elsewhere it is a character; inside
 * a quoted cell `""` is one character.
 * @param open whether the line begins inside a quoted cell
 */
export function followQuotes(text: string, delimiter: string, open: boolean): Quotes {
  const skipBlanks = (from: number) => {
    let at = from;
    while (text[at] !== delimiter && isBlank(text[at])) at++;
    return at;
  };
  let at = 0;
  let inside = open;
  for (;;) {
    if (!inside) {
      const start = skipBlanks(at);
      if (text[start] === '"') {
        inside = true;
        at = start + 1;
        continue;
      }
      const next = text.indexOf(delimiter, start);
      if (next < 0) return 'closed';
      at = next + 1;
      continue;
    }
    const quote = text.indexOf('"', at);
    if (quote < 0) return 'open';
    if (text[quote + 1] === '"') {
      at = quote + 2;
      continue;
    }
    const after = skipBlanks(quote + 1);
    if (after >= text.length) return 'closed';
    if (text[after] !== delimiter) return 'broken';
    inside = false;
    at = after + 1;
  }
}
