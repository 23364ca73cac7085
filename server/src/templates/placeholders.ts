import { lineAt, withoutComments } from './mjml-source.ts';
import type { TemplateProblem } from './problem.ts';
import type { TemplateSource } from './check-template.ts';

const BRACKETS = /【[^【】\n]{0,200}】/g;

/** What subjects begin with in Japan to be noticed; anything else in 【 】 is still to be written. */
const LABELS =
  /^【(重要|大切な?お知らせ|お知らせ|ご案内|ご連絡|お詫び|訂正|再送|予告|限定|会員限定|本日まで|最終日|テスト|PR|広告)】/;

/** The places that the gallery leaves to the shop, such as 【商品名】, and that nobody has written yet. */
export function placeholders({ subject, mjml }: TemplateSource): TemplateProblem[] {
  const source = withoutComments(mjml);
  const inSubject = [...subject.replace(LABELS, '').matchAll(BRACKETS)].map(([text]) => ({ line: 0, text }));
  const inBody = [...source.matchAll(BRACKETS)].map(({ 0: text, index }) => ({ line: lineAt(source, index), text }));
  return [...inSubject, ...inBody]
    .filter(({ text }) => !/\{[{%]/.test(text)) // 【{{ workspace.name }}】 says something
    .map(({ line, text }) => ({ line, text: unwritten(text) }));
}

const unwritten = (text: string) => ({
  ja: `${text} がまだ書かれていません。お店の言葉に置きかえてください（かっことして使うなら［ ］にします）。`,
  en: `${text} is still to be written. Put your own words there; as brackets use ［ ］ instead.`,
});
