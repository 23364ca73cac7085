import { sha256 } from '../../hash.ts';

/** Where the links of a mail lead that can be told apart in every mail of its template: those without Liquid. */
const LINK = /(<a\b[^>]*?\shref=)(["'])(https?:\/\/[^"'<>{}\s]+)\2/gi;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', '#39': "'" };
const decoded = (text: string): string =>
  text.replace(/&(amp|quot|apos|lt|gt|#39);/g, (_, name: string) => ENTITIES[name]!);

/** The same target has the same name in all versions of a template, so that no table of links is needed. */
const nameOf = (target: string): string => `l${sha256(target, 'hex').slice(0, 12)}`;

/** Name → target, of every link of a compiled template that can be tracked. */
export function findLinks(html: string): Map<string, string> {
  const targets = [...html.matchAll(LINK)].map(([, , , href]) => decoded(href!)).filter((href) => URL.canParse(href));
  return new Map(targets.map((target) => [nameOf(target), target]));
}

/** The HTML with `value(name)` in place of each such target. */
export const replaceLinks = (html: string, value: (name: string) => string): string =>
  html.replace(LINK, (whole, start: string, quote: string, href: string) =>
    URL.canParse(decoded(href)) ? `${start}${quote}${value(nameOf(decoded(href)))}${quote}` : whole,
  );
