/** Where the first letter of a line (from 1) stands in a text. */
export function offsetOfLine(text: string, line: number): number {
  let at = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.indexOf('\n', at);
    if (end < 0) break;
    at = end + 1;
  }
  const indent = /^[ \t]*/.exec(text.slice(at, at + 200))?.[0].length ?? 0;
  return at + indent;
}
