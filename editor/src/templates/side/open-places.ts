import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import { offsetOfLine } from './offset-of-line.ts';

/** A place that is still to be written: `words` are 【商品名】, `line` is 0 in the subject. */
export interface OpenPlace {
  words: string;
  line: number;
}

/** What the shop still has to write, in the order of the mail; the same words stand for the same thing. */
export function openPlaces(findings: readonly MailFinding[]): OpenPlace[] {
  const places = new Map<string, OpenPlace>();
  for (const { code, line, text } of findings) {
    const words = code === 'placeholder' ? /【[^【】]*】/.exec(text.ja)?.[0] : undefined;
    if (words !== undefined && !places.has(words)) places.set(words, { words, line });
  }
  return [...places.values()];
}

/**
 * In which field beside the mail a place is written; undefined: in the mail itself. Of the preheader the mail shows
 * nothing, so its field is the only place where it can be.
 */
export function fieldOfPlace(mjml: string, place: OpenPlace): 'subject' | 'preheader' | undefined {
  if (place.line === 0) return 'subject';
  const at = offsetOfPlace(mjml, place);
  const opened = mjml.lastIndexOf('<mj-preview', at);
  return opened >= 0 && mjml.indexOf('</mj-preview>', opened) >= at ? 'preheader' : undefined;
}

/** Where the words of a place begin in the source: in its line, or its line's first letter where they have gone. */
export function offsetOfPlace(mjml: string, { words, line }: OpenPlace): number {
  const at = offsetOfLine(mjml, line);
  const found = mjml.indexOf(words, at);
  const end = mjml.indexOf('\n', at);
  return found >= 0 && (end < 0 || found < end) ? found : at;
}
