import { LiquidError, type Template } from 'liquidjs';
import { liquidEngine, type Target } from './liquid-engine.ts';
import type { QuestionLink } from '../questions/asked-links.ts';
import type { TemplateProblem } from './problem.ts';
import { isKnownValue } from './values.ts';

const DEEPEST = 60;
const MOST_TAGS = 5000;
const OPENING = new Set(['if', 'unless', 'case', 'for', 'tablerow', 'capture', 'comment', 'raw']);

/** What Liquid says of a text. */
interface Read {
  problems: (TemplateProblem & { fatal?: boolean })[];
  unknown: TemplateProblem[];
  /** Answers that it links to. */
  links: QuestionLink[];
}

/** @param line where the text stands as a whole; else problems are told in the text's own lines */
export function checkLiquid(target: Target, text: string, line?: number): Read {
  const tangled = tangledAt(text);
  if (tangled !== undefined)
    return { problems: [{ line: line ?? tangled, text: TANGLED, fatal: true }], unknown: [], links: [] };
  const liquid = liquidEngine(target, 'ja');
  let parsed: Template[];
  try {
    parsed = liquid.parse(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { problems: [{ line: line ?? lineOf(error), text: liquidWords(error) }], unknown: [], links: [] };
  }
  const { globals } = liquid.analyzeSync(parsed, { partials: false });
  const used = Object.values(globals).flat();
  const unknown = used
    .filter(({ segments }) => !isKnownValue(segments))
    .map((variable) => ({ line: line ?? variable.location.row, text: unknownWords(String(variable)) }));
  const links = used.flatMap(({ segments: [root, question, answer], location }): QuestionLink[] =>
    root === 'question' && isName(question)
      ? [
          {
            question: String(question),
            answer: isName(answer) ? String(answer) : undefined,
            line: line ?? location.row,
          },
        ]
      : [],
  );
  return { problems: [], unknown, links };
}

/** What is written out; else it is computed. */
const isName = (segment: unknown): boolean => typeof segment === 'string' || typeof segment === 'number';

/** The line from which on tags are nested so deeply, or are so many, that no mail needs them: parsing would not end well. */
function tangledAt(text: string): number | undefined {
  let depth = 0;
  let count = 0;
  for (const { 1: end, 2: name = '', index } of text.matchAll(/\{[%{]-?\s*(end)?(\w*)/g)) {
    count += 1;
    if (OPENING.has(name)) depth += end ? -1 : 1;
    if (depth > DEEPEST || count > MOST_TAGS) return text.slice(0, index).split('\n').length;
  }
  return undefined;
}

function lineOf(error: Error): number {
  if (!LiquidError.is(error)) return 1;
  const { begin, input } = error.token;
  return input.slice(0, begin).split('\n').length;
}

/** liquidjs appends file, line and column to its messages. */
const shortMessage = (error: Error): string => error.message.replace(/, (file|line):.*$/s, '');

const liquidWords = (error: Error) => ({
  ja: `差し込みの書き方に誤りがあります（${shortMessage(error)}）。`,
  en: `Liquid: ${shortMessage(error)}.`,
});
const unknownWords = (name: string) => ({
  ja: `{{ ${name} }} という値はありません。綴りを確かめてください（顧客の属性は customer.attributes.名前）。`,
  en: `There is no value {{ ${name} }}. Check its spelling (a customer's attribute is customer.attributes.name).`,
});
const TANGLED = {
  ja: `条件・繰り返し・差し込みが多すぎます（入れ子は${DEEPEST}段、全体で${MOST_TAGS.toLocaleString('ja-JP')}個まで）。`,
  en: `There are too many conditions, loops or values: ${DEEPEST} inside one another and ${MOST_TAGS.toLocaleString('en-US')} in all are the most.`,
};
