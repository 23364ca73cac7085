import type { MailElement, SourceFault } from './element.ts';
import { readTag } from './read-tag.ts';
import { MJML, type Grammar } from './tags.ts';

export interface ElementsRead {
  elements: MailElement[];
  /** The first thing that is wrong; what was read until there is in `elements`. */
  fault: SourceFault | null;
}

/** What is passed over as it is, and how it ends. Liquid counts in HTML only: between MJML elements it has no place. */
const OPAQUE: readonly [open: string, close: string][] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
  ['<?', '>'],
];

/** No mail is nested like this; whoever walks through the elements may rely on it. */
const DEEPEST = 500;

/**
 * Elements of MJML (or of the HTML inside it) with the text that each takes up. Nothing is repaired: whoever edits by
 * these ranges leaves every other character as it is. Linear in the text; `from` and `to` bound what is read.
 */
export function readElements(source: string, grammar: Grammar = MJML, from = 0, to = source.length): ElementsRead {
  const elements: MailElement[] = [];
  const open: MailElement[] = [];
  const add = (element: MailElement) => (open.at(-1)?.children ?? elements).push(element);
  const fault = (kind: SourceFault['kind'], at: number, tag = ''): ElementsRead => ({
    elements,
    fault: { kind, at, tag },
  });
  for (let at = nextMark(source, from, grammar); at >= 0 && at < to; at = nextMark(source, at, grammar)) {
    const opaque = opaqueEnd(source, at);
    if (opaque !== undefined) {
      if (opaque < 0) return fault('unfinished', at);
      at = opaque;
    } else if (source[at + 1] === '/') {
      const end = source.indexOf('>', at);
      if (end < 0) return fault('unfinished', at);
      const [tag = ''] = source
        .slice(at + 2, end)
        .trim()
        .toLowerCase()
        .split(/\s/, 1); // attributes there are nothing to MJML
      const last = open.pop();
      if (!last || last.tag !== tag)
        return fault(last ? 'not closed' : 'closes nothing', last?.start ?? at, last?.tag ?? tag);
      Object.assign(last, { innerEnd: at, end: end + 1 });
      at = end + 1;
    } else {
      const read = readTag(source, at);
      if (!read || read.end > to) return fault('unfinished', at, /[\w-]*/.exec(source.slice(at + 1, at + 40))?.[0]);
      const { tag, attributes, isClosed, end } = read;
      const element: MailElement = { tag, attributes, start: at, end, innerStart: end, innerEnd: end, children: [] };
      add(element);
      at = end;
      if (isClosed || grammar.isVoid(tag)) continue;
      if (grammar.isWhole(tag)) {
        const close = wholeEnd(source, tag, end);
        if (!close) return fault('not closed', element.start, tag);
        Object.assign(element, { innerEnd: close.start, end: close.end });
        at = close.end;
      } else {
        if (open.length === DEEPEST) return fault('not closed', element.start, tag);
        open.push(element);
      }
    }
  }
  const last = open.at(-1);
  return last ? fault('not closed', last.start, last.tag) : { elements, fault: null };
}

const MARK = /<(?=[A-Za-z/!?])/g;
const MARK_OR_LIQUID = /<(?=[A-Za-z/!?])|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;

/** Where the next tag or comment begins; -1 for none. */
function nextMark(source: string, from: number, grammar: Grammar): number {
  const pattern = grammar === MJML ? MARK : MARK_OR_LIQUID;
  pattern.lastIndex = from;
  for (let found = pattern.exec(source); found; found = pattern.exec(source)) {
    if (found[0] === '<') return found.index;
  }
  return -1;
}

/** Behind a comment or the like that begins here, -1 when it has no end; undefined: none begins here. */
function opaqueEnd(source: string, at: number): number | undefined {
  const found = OPAQUE.find(([open]) => source.startsWith(open, at));
  if (!found) return undefined;
  const [open, close] = found;
  const end = source.indexOf(close, at + open.length);
  return end < 0 ? -1 : end + close.length;
}

/** The end tag of an element whose content is not read; the same element inside it counts. */
function wholeEnd(source: string, tag: string, from: number): { start: number; end: number } | null {
  const pattern = new RegExp(`<!--|<(/?)${tag}(?=[\\s/>])`, 'gi');
  pattern.lastIndex = from;
  let depth = 1;
  let commentsEnd = true;
  for (let found = pattern.exec(source); found; found = pattern.exec(source)) {
    const { 1: slash, index } = found;
    if (slash === undefined) {
      const end: number = commentsEnd ? source.indexOf('-->', index + 4) : -1;
      commentsEnd = end >= 0; // else none of those that follow does
      if (commentsEnd) pattern.lastIndex = end + 3;
      continue;
    }
    const close = source.indexOf('>', pattern.lastIndex);
    if (close < 0) return null;
    pattern.lastIndex = close + 1;
    if (source[close - 1] === '/') continue;
    depth += slash === '/' ? -1 : 1;
    if (depth === 0) return { start: index, end: close + 1 };
  }
  return null;
}
