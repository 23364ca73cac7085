import type { Liquid, Template } from 'liquidjs';
import type { Locale } from '@tabiji/shared/locale.ts';
import { compileClosure } from './closures/compile.ts';
import type { Emit } from './closures/output.ts';
import { liquidEngine } from './liquid-engine.ts';
import type { CompiledTemplate } from './render-liquid.ts';
import { textPart } from './text-part.ts';

/** One text of a mail, ready to be filled in. */
export interface Part {
  liquid: Liquid;
  parsed: Template[];
  /** Writes the same as liquidjs, faster; null where only liquidjs can. */
  emit: Emit | null;
}

export interface Prepared {
  subject: Part;
  html: Part;
  /** null: Liquid did not survive the conversion, so the text is taken from each rendered HTML. */
  text: Part | null;
}

/** Parses a template's texts and compiles them to closures where that is possible. */
export function prepare({ subject, html }: CompiledTemplate, locale: Locale): Prepared {
  const plain = liquidEngine('plain', locale);
  return {
    subject: partOf(plain, plain.parse(subject)),
    html: partOf(liquidEngine('html', locale), liquidEngine('html', locale).parse(html)),
    text: parseText(html, plain),
  };
}

export const partOf = (liquid: Liquid, parsed: Template[]): Part => ({
  liquid,
  parsed,
  emit: compileClosure(liquid, parsed),
});

const MARKS = /\{[{%]/;

function parseText(html: string, plain: Liquid): Part | null {
  const text = textPart(html);
  try {
    return partOf(plain, plain.parse(text));
  } catch (error) {
    if (MARKS.test(text)) return null; // a tag stood where only HTML has a place for it
    throw error;
  }
}
