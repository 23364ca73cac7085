/** The blanks with which the line of an offset begins, if nothing else stands before it there. */
export function indentAt(source: string, offset: number): string | undefined {
  const from = source.lastIndexOf('\n', offset - 1) + 1;
  const before = source.slice(from, offset);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

/** Moves all lines but the first to a depth. */
export const indented = (mjml: string, indent: string): string => mjml.replaceAll(/\n(?=.)/g, `\n${indent}`);

/** Takes the depth of its own line off a block that is cut out. Content of several lines keeps its inner depth. */
export function dedented(text: string, indent: string): string {
  return indent === '' ? text : text.replaceAll(`\n${indent}`, '\n');
}
