import type { MailFinding } from '@tabiji/shared/api/mail-page.ts';
import { lineAt } from '../mjml-source.ts';
import { advise, type Check, short } from './looked-at.ts';

const LINK = /<(mj-button|mj-navbar-link|mj-social-element|mj-image|a)\b((?:"[^"]*"|'[^']*'|[^>"'])*)>/g;

/** Links that lead nowhere, and those that are not encrypted. */
export const checkLinks: Check = ({ source }) =>
  [...source.matchAll(LINK)].flatMap(({ 1: element = '', 2: attributes = '', index }): MailFinding[] => {
    const href = hrefIn(attributes);
    const line = lineAt(source, index);
    if (href === undefined) {
      if (element === 'a' && /\s(name|id)\s*=/.test(attributes)) return [];
      return element === 'mj-button' || element === 'a' ? [leadsNowhere(line)] : [];
    }
    if (href === '' || href === '#') return [leadsNowhere(line)];
    if (/^http:\/\//i.test(href)) return [notEncrypted(line, href)];
    if (href.startsWith('#') && !hasAnchor(source, href.slice(1))) return [noAnchor(line, href)];
    if (/^https?:\/\/(www\.)?example\.(com|jp|net)\b/i.test(href)) return [stillExample(line, href)];
    return [];
  });

const hrefIn = (attributes: string): string | undefined => {
  const found = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes);
  return found ? (found[1] ?? found[2] ?? '').trim() : undefined;
};

const hasAnchor = (source: string, name: string): boolean =>
  [`id="${name}"`, `name="${name}"`, `id='${name}'`, `name='${name}'`].some((text) => source.includes(text));

const leadsNowhere = (line: number) => advise('empty_link', line, 'リンク先がありません。', 'This link leads nowhere.');
const notEncrypted = (line: number, href: string) =>
  advise(
    'http_link',
    line,
    `暗号化されていないリンクです（${short(href)}）。https:// にしてください。`,
    `This link is not encrypted (${short(href)}). Use https://.`,
  );
const noAnchor = (line: number, href: string) =>
  advise(
    'dead_anchor',
    line,
    `${href} という場所がメールの中にありません。`,
    `There is no place ${href} in this mail.`,
  );
const stillExample = (line: number, href: string) =>
  advise(
    'example_link',
    line,
    `リンク先が例のままです（${short(href)}）。`,
    `This link still is an example (${short(href)}).`,
  );
