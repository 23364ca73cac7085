import { linesOf } from './lines.ts';
import type { TemplateProblem } from './problem.ts';

/** What runs, loads or sends something, in elements, attributes and addresses. Structured data is only read. */
const ELEMENT = /<\s*(script|iframe|object|embed|form|base|applet|frame|frameset|portal)\b([^<>]*)/gi;
const REFRESH = /<\s*meta\b[^<>]*http-equiv\s*=\s*["']?\s*refresh/gi;
const HANDLER = /<[a-z][^<>]{0,2000}?[\s"'/](on[a-z]{3,})\s*=/gi;
const HANDLER_NAME = /<mj-html-attribute\b[^<>]*name\s*=\s*["']?\s*(on\w+)/gi;
const ADDRESS = /(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:|data\s*:\s*text\/html|srcdoc\s*=/gi;

/** Programs, and what would bring some in: no mail program runs them, and mails that hold them are taken for attacks. */
export function unsafeParts(source: string): TemplateProblem[] {
  const decoded = inLetters(source);
  return [
    ...all(source, ELEMENT).filter(({ found }) => !/application\/ld\+json/i.test(found[2] ?? '')),
    ...all(source, REFRESH),
    ...all(source, HANDLER),
    ...all(source, HANDLER_NAME),
    ...all(decoded, ADDRESS),
  ].map(({ found, line }) => ({ line, text: refused((found[1] ?? found[0]).trim().slice(0, 30)) }));
}

function all(source: string, pattern: RegExp) {
  const lineOf = linesOf(source);
  return [...source.matchAll(pattern)].map((found) => ({ found, line: lineOf(found.index) }));
}

/** Letters written as numbers, which browsers read as letters. */
const inLetters = (source: string): string =>
  source
    .replace(/&#x([\da-f]{1,6});?/gi, (_, code: string) => letter(Number.parseInt(code, 16)))
    .replace(/&#(\d{1,7});?/g, (_, code: string) => letter(Number(code)))
    .replace(/&(tab|newline|colon);/gi, (_, name: string) => (name.toLowerCase() === 'colon' ? ':' : ' '));

const letter = (code: number): string => (code > 0 && code < 0x80 && code !== 10 ? String.fromCharCode(code) : ' ');

const refused = (what: string) => ({
  ja: `メールでは ${what} は使えません。消してください。`,
  en: `${what} cannot be used in mails. Take it away.`,
});
