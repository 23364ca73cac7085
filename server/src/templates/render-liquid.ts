import type { Locale } from '@tabiji/shared/locale.ts';
import { Body } from './body.ts';
import { fill, fillByLiquidjs } from './fill.ts';
import { localeOf } from './in-language.ts';
import { type Prepared, prepare } from './prepare.ts';
import { proven } from './prove.ts';
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
  /** BCP 47; absent: the workspace's. Dates and numbers are written in it. */
  language?: string;
  /** The same mail in other languages; `inLanguage` chooses. The hash above is of all of them. */
  variants?: Readonly<Record<string, CompiledTemplate>>;
}

/** A mail's words for one customer. */
export interface Rendered {
  /** One line, without control characters. */
  subject: string;
  html: Body;
  text: string;
}

const KEPT = 200;
const kept = new Map<string, Prepared>();

/**
 * Fills in one customer's values. Preview, test and real sending all come here.
 * @throws liquidjs's error when a limit is met or a filter fails on a value
 */
export function renderLiquid(template: CompiledTemplate, values: MailValues): Rendered {
  const { subject, html, text } = keep(template, values);
  const body = fill(html, values);
  return {
    subject: oneLine(fill(subject, values).text),
    html: body,
    text: text === null ? textPart(body.text) : tidy(fill(text, values).text),
  };
}

/** The same by liquidjs alone: what the faster way is measured against. */
export function renderByLiquidjs(template: CompiledTemplate, values: MailValues): Rendered {
  const { subject, html, text } = keep(template, values);
  const body = fillByLiquidjs(html, values);
  return {
    subject: oneLine(fillByLiquidjs(subject, values)),
    html: new Body([body]),
    text: text === null ? textPart(body) : tidy(fillByLiquidjs(text, values)),
  };
}

function keep(template: CompiledTemplate, { workspace }: MailValues): Prepared {
  const locale: Locale = template.language === undefined ? workspace.locale : localeOf(template.language);
  const name = `${locale}.${template.hash}`;
  const known = kept.get(name);
  if (known) {
    kept.delete(name); // and to the end: the first one is the one longest unused
    kept.set(name, known);
    return known;
  }
  const prepared = proven(prepare(template, locale), locale);
  kept.set(name, prepared);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return prepared;
}

/** A header is one line: control characters, also the Unicode line separators, become spaces. */
// oxlint-disable-next-line no-control-regex
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
