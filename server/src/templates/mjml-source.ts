import { readElements } from '@tabiji/shared/mail/source/read-elements.ts';
import type { TemplateProblem } from './problem.ts';

/** The line of an offset, from 1. */
export const lineAt = (source: string, index: number): number => source.slice(0, index).split('\n').length;

/** Comments keep their lines but lose their content. One that never ends is none. */
export function withoutComments(source: string): string {
  let bare = '';
  let at = 0;
  for (let start = source.indexOf('<!--'); start >= 0; start = source.indexOf('<!--', at)) {
    const end = source.indexOf('-->', start + 4);
    if (end < 0) break;
    bare += source.slice(at, start) + source.slice(start, end + 3).replace(/[^\n]/g, ' ');
    at = end + 3;
  }
  return bare + source.slice(at);
}

/** Without what the head says of all elements of a kind: it stands in no mail by itself. Lines and characters stay in place. */
export const withoutDefaults = (source: string): string =>
  source.replace(/<mj-attributes\b[^>]*>[\s\S]*?<\/mj-attributes>/g, (part) => part.replace(/[^\n]/g, ' '));

/** What MJML's compiler would pass over in silence: files from elsewhere, and tags left open. */
export function sourceProblems(mjml: string): TemplateProblem[] {
  const source = withoutComments(mjml);
  const problems: TemplateProblem[] = [];
  const open: { name: string; line: number }[] = [];
  for (const tag of source.matchAll(/<(\/?)(mj[\w-]*)\b((?:"[^"]*"|'[^']*'|[^<>"'])*?)(\/?)>/gi)) {
    const [, closing, name = '', , selfClosing] = tag;
    const line = lineAt(source, tag.index);
    if (name.toLowerCase() === 'mj-include') problems.push({ line, text: NO_INCLUDE });
    if (selfClosing) continue;
    if (!closing) open.push({ name, line });
    else if (open.at(-1)?.name === name) open.pop();
    else return [...problems, mismatch(name, line, open.at(-1))];
  }
  const { fault } = readElements(source);
  if (fault?.kind === 'unfinished') open.push({ name: fault.tag || '!-- … --', line: lineAt(source, fault.at) });
  return [...problems, ...open.map(({ name, line }) => notClosed(name, line))];
}

/** Liquid between MJML elements is lost in compiling; it must stand inside mj-text, mj-raw or the like. */
export function lostLiquid(mjml: string, html: string): TemplateProblem[] {
  const source = withoutComments(mjml);
  const left = html.split(/(\{%[\s\S]{0,5000}?%\})/).filter((_, index) => index % 2 === 1);
  const problems: TemplateProblem[] = [];
  for (const match of source.matchAll(/\{%[\s\S]{0,5000}?%\}/g)) {
    const found = left.indexOf(match[0]);
    if (found >= 0) left.splice(found, 1);
    else problems.push({ line: lineAt(source, match.index), text: lost(match[0]) });
  }
  return problems;
}

const NO_INCLUDE = {
  ja: 'mj-include は使えません。内容をテンプレートの中に直接書いてください。',
  en: 'mj-include is not available. Write its content into the template itself.',
};
const notClosed = (name: string, line: number): TemplateProblem => ({
  line,
  text: { ja: `<${name}> が閉じられていません。`, en: `<${name}> is not closed.` },
});
const mismatch = (name: string, line: number, open: { name: string; line: number } | undefined): TemplateProblem => {
  if (!open)
    return { line, text: { ja: `</${name}> に対応する開始タグがありません。`, en: `</${name}> closes nothing.` } };
  return {
    line,
    text: {
      ja: `</${name}> の前に、${open.line}行目の <${open.name}> を閉じてください。`,
      en: `Close <${open.name}> of line ${open.line} before </${name}>.`,
    },
  };
};
const lost = (tag: string) => ({
  ja: `${tag} は MJML の要素の間には書けません。<mj-raw> で囲むか、mj-text の中に書いてください。`,
  en: `${tag} cannot stand between MJML elements. Put it into <mj-raw> or inside mj-text.`,
});
