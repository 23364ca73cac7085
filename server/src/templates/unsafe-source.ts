import { linesOf } from './lines.ts';
import type { TemplateProblem } from './problem.ts';

/** What runs, loads or sends something, in elements, attributes and addresses. Structured data is only read. */
const ELEMENT = /<\s*(script|iframe|object|embed|form|base|applet|frame|frameset|portal)\b([^<>]*)/gi;
const REFRESH = /<\s*meta\b[^<>]*http-equiv\s*=\s*["']?\s*refresh/gi;
const HANDLER = /<[a-z][^<>]{0,2000}?[\s"'/](on[a-z]{3,})\s*=/gi;
const HANDLER_NAME = /<mj-html-attribute\b[^<>]*name\s*=\s*["']?\s*(on\w+)/gi;
const ADDRESS =
  /(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:|data\s*:\s*text\/html|srcdoc\s*=|href\s*=\s*["']?\s*data\s*:/gi;
/** Programs in the looks of old browsers. */
const STYLE = /:\s*expression\s*\(|behavior\s*:\s*url|-moz-binding\s*:/gi;
/** Nobody reads more. */
const MOST = 50;

/** Programs, and what would bring some in: no mail program runs them, and mails that hold them are taken for attacks. */
export function unsafeParts(source: string): TemplateProblem[] {
  const whole = withoutLiquid(source); // `<scr{{ '' }}ipt>` is one in the mail
  const found = [...partsIn(source), ...(whole === source ? [] : partsIn(whole))];
  const problems = found.map(({ what, line }) => ({ line, text: refused(what) }));
  return [...new Map(problems.map((problem) => [`${problem.line} ${problem.text.en}`, problem])).values()].slice(
    0,
    MOST,
  );
}

function partsIn(source: string) {
  const decoded = inLetters(source);
  return [
    ...all(source, ELEMENT).filter(({ found }) => !/application\/ld\+json/i.test(found[2] ?? '')),
    ...all(source, REFRESH),
    ...all(source, HANDLER),
    ...all(source, HANDLER_NAME),
    ...all(source, STYLE),
    ...all(decoded, ADDRESS),
  ].map(({ found, line }) => ({ what: (found[1] ?? found[0]).trim().slice(0, 30), line }));
}

const withoutLiquid = (source: string): string =>
  source.replace(/\{\{[\s\S]{0,1000}?\}\}|\{%[\s\S]{0,1000}?%\}/g, (tag) => tag.replaceAll(/[^\n]/g, ''));

function all(source: string, pattern: RegExp) {
  const lineOf = linesOf(source);
  return [...source.matchAll(pattern)].map((found) => ({ found, line: lineOf(found.index) }));
}

/** Letters written as numbers, which browsers read as letters, and what they pass over in addresses. */
const inLetters = (source: string): string =>
  source
    .replace(CONTROL, ' ')
    .replace(/&#x0*([\da-f]{1,6});?/gi, (_, code: string) => letter(Number.parseInt(code, 16)))
    .replace(/&#0*(\d{1,7});?/g, (_, code: string) => letter(Number(code)))
    .replace(/&(tab|newline|colon);/gi, (_, name: string) => (name.toLowerCase() === 'colon' ? ':' : ' '));

// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f]/g;
const letter = (code: number): string => (code > 0 && code < 0x80 && code !== 10 ? String.fromCharCode(code) : ' ');

const refused = (what: string) => ({
  ja: `メールでは ${what} は使えません。消してください。`,
  en: `${what} cannot be used in mails. Take it away.`,
});
