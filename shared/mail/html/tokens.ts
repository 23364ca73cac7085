import { unescaped } from '../source/escape.ts';

/** A piece of HTML: a tag, a comment, Liquid, or one character. */
export interface HtmlToken {
  kind: 'tag' | 'comment' | 'liquid' | 'character';
  /** As written. */
  text: string;
  /** The same for whatever means the same to a browser. */
  same: string;
}

const TOKEN =
  /(?<comment><!--[\s\S]*?-->)|(?<liquid>\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\})|(?<tag><\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^"'>])*>)|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]+);|[\s\S]/gu;
const ATTRIBUTE = /([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

/** Cuts HTML with Liquid into its pieces; joined, their texts are the HTML. */
export function htmlTokens(html: string): HtmlToken[] {
  return Array.from(html.matchAll(TOKEN), ({ 0: text, groups = {} }): HtmlToken => {
    if (groups['tag'] !== undefined) return { kind: 'tag', text, same: sameTag(text) };
    if (groups['comment'] !== undefined) return { kind: 'comment', text, same: text };
    if (groups['liquid'] !== undefined) return { kind: 'liquid', text, same: text };
    return { kind: 'character', text, same: unescaped(text) };
  });
}

/** `<BR />` and `<br>` are the same; so are quotes of either kind. */
function sameTag(text: string): string {
  const [, slash = '', name = '', rest = ''] = /^<(\/?)([^\s/>]+)([\s\S]*?)\/?>$/.exec(text) ?? [];
  const attributes = Array.from(
    rest.matchAll(ATTRIBUTE),
    ([, key = '', double, single, bare]) => `${key.toLowerCase()}="${unescaped(double ?? single ?? bare ?? '')}"`,
  );
  return `<${[slash + name.toLowerCase(), ...attributes].join(' ')}>`;
}

/** Whether two pieces of HTML mean the same to a browser. */
export const isSameHtml = (one: string, other: string): boolean =>
  htmlTokens(one)
    .map(({ same }) => same)
    .join('\0') ===
  htmlTokens(other)
    .map(({ same }) => same)
    .join('\0');
