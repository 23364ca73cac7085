import type { Template } from 'liquidjs';
import type { Locale } from '@tabiji/shared/locale.ts';
import { liquidEngine } from './liquid-engine.ts';
import { textPart, tidy } from './text-part.ts';
import type { MailValues } from './values.ts';

/** A template after publishing: MJML is compiled, Liquid is still inside. */
export interface CompiledTemplate {
  /** Of subject and HTML, hexadecimal: what is parsed once is kept under it. */
  hash: string;
  /** Liquid */
  subject: string;
  /** HTML with Liquid */
  html: string;
}

/** A mail's words for one customer. */
export interface Rendered {
  /** One line, without control characters. */
  subject: string;
  html: string;
  text: string;
}

interface Parsed {
  subject: Template[];
  html: Template[];
  /** null: Liquid did not survive the conversion, so the text is taken from each rendered HTML. */
  text: Template[] | null;
}

const KEPT = 200;
const kept = new Map<string, Parsed>();

/**
 * Fills in one customer's values. Preview, test and real sending all come here.
 * @throws liquidjs's error when a limit is met or a filter fails on a value
 */
export function renderLiquid(template: CompiledTemplate, values: MailValues): Rendered {
  const { locale } = values.workspace;
  const parsed = parse(template, locale);
  const plain = liquidEngine('plain', locale);
  const scope: object = values;
  const html = clean(liquidEngine('html', locale).renderSync(parsed.html, scope));
  return {
    subject: oneLine(clean(plain.renderSync(parsed.subject, scope))),
    html,
    text: parsed.text === null ? textPart(html) : tidy(clean(plain.renderSync(parsed.text, scope))),
  };
}

function parse({ hash, subject, html }: CompiledTemplate, locale: Locale): Parsed {
  const name = `${locale}.${hash}`;
  const known = kept.get(name);
  if (known) {
    kept.delete(name); // and to the end: the first one is the one longest unused
    kept.set(name, known);
    return known;
  }
  const plain = liquidEngine('plain', locale);
  const parsed = {
    subject: plain.parse(subject),
    html: liquidEngine('html', locale).parse(html),
    text: parseText(html, locale),
  };
  kept.set(name, parsed);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return parsed;
}

const MARKS = /\{[{%]/;

function parseText(html: string, locale: Locale): Template[] | null {
  const text = textPart(html);
  try {
    return liquidEngine('plain', locale).parse(text);
  } catch (error) {
    if (MARKS.test(text)) return null; // a tag stood where only HTML has a place for it
    throw error;
  }
}

/** NUL cannot be stored or sent; half a character (cut by `slice`) becomes U+FFFD; one kind of line break. */
const clean = (rendered: unknown): string =>
  String(rendered).replaceAll('\0', '').replace(/\r\n?/g, '\n').toWellFormed();

/** A header is one line: control characters, also the Unicode line separators, become spaces. */
// oxlint-disable-next-line no-control-regex
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
