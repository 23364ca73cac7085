import type { Attribute } from './element.ts';

export interface OpeningTag {
  tag: string;
  attributes: Attribute[];
  /** `<… />` */
  isClosed: boolean;
  /** Behind the `>`. */
  end: number;
}

const NAME = /[^\s/>]+/y;
const BLANK = /[\s/]*/y;
const ATTRIBUTE_NAME = /(?:\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|[^\s=>/])+/y;
const EQUALS = /\s*=\s*/y;
const BARE_VALUE = /[^\s>]*/y;

/** Reads the opening tag at an offset, where a `<` stands before a letter; null when the text ends inside it. */
export function readTag(source: string, start: number): OpeningTag | null {
  const tag = match(NAME, source, start + 1).toLowerCase();
  const attributes: Attribute[] = [];
  let at = start + 1 + tag.length;
  for (;;) {
    at += match(BLANK, source, at).length;
    if (at >= source.length) return null;
    if (source[at] === '>') return { tag, attributes, isClosed: source[at - 1] === '/', end: at + 1 };
    const attribute = readAttribute(source, at);
    if (!attribute) return null;
    attributes.push(attribute);
    at = attribute.end;
  }
}

function readAttribute(source: string, start: number): Attribute | null {
  const name = match(ATTRIBUTE_NAME, source, start) || source[start]!;
  const nameEnd = start + name.length;
  const equals = match(EQUALS, source, nameEnd);
  if (equals === '') return { name, value: '', start, end: nameEnd, valueStart: nameEnd, valueEnd: nameEnd };
  const from = nameEnd + equals.length;
  const quote = source[from];
  if (quote !== '"' && quote !== "'") {
    const value = match(BARE_VALUE, source, from);
    const end = from + value.length;
    return { name, value, start, end, valueStart: from, valueEnd: end };
  }
  const close = source.indexOf(quote, from + 1);
  if (close < 0) return null;
  return { name, value: source.slice(from + 1, close), start, end: close + 1, valueStart: from + 1, valueEnd: close };
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
