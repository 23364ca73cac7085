import type { MailElement } from '@tabiji/shared/mail/source/element.ts';
import { readElements } from '@tabiji/shared/mail/source/read-elements.ts';
import { MJML } from '@tabiji/shared/mail/source/tags.ts';
import { linesOf } from './lines.ts';
import { withoutComments } from './mjml-source.ts';
import type { TemplateProblem } from './problem.ts';

/** Nobody reads more. */
const MOST = 20;

/**
 * Words that stand between MJML elements: compiling leaves them out without a word. Liquid's own tags there are told by
 * `lostLiquid`, for a condition that is lost changes what everybody gets.
 */
export function lostText(mjml: string): TemplateProblem[] {
  const source = withoutComments(mjml);
  const { elements, fault } = readElements(source);
  if (fault) return [];
  const lineOf = linesOf(source);
  const problems: TemplateProblem[] = [];
  for (const [start, end] of gapsIn(elements)) {
    if (problems.length === MOST) break;
    const bare = source
      .slice(start, end)
      .replaceAll(/\{%[\s\S]*?%\}|<![^>]*>|<\?[^>]*>/g, (tag) => ' '.repeat(tag.length));
    const words = bare.trim();
    if (words === '') continue;
    problems.push({ line: lineOf(start + bare.search(/\S/)), text: lost(short(words)) });
  }
  return problems;
}

/** Where text would stand between elements; what is around comes before what is inside. */
function* gapsIn(elements: readonly MailElement[]): Generator<[start: number, end: number]> {
  const open = elements.filter(holdsElements).toReversed();
  for (let element = open.pop(); element; element = open.pop()) {
    let at = element.innerStart;
    for (const child of element.children) {
      yield [at, child.start];
      at = child.end;
    }
    yield [at, element.innerEnd];
    open.push(...element.children.filter(holdsElements).toReversed());
  }
}

const holdsElements = ({ tag, innerStart, innerEnd }: MailElement): boolean =>
  !MJML.isWhole(tag) && innerEnd > innerStart;

const short = (words: string): string => {
  const line = words.replaceAll(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
};

const lost = (words: string) => ({
  ja: `「${words}」は MJML の要素の間にあるため、送られません。mj-text の中に書いてください。`,
  en: `“${words}” stands between MJML elements and is not sent. Put it into mj-text.`,
});
