import { createHash } from 'node:crypto';
import { LiquidError, type Template } from 'liquidjs';
import { compileMjml } from './compile-mjml.ts';
import { liquidEngine, type Target } from './liquid-engine.ts';
import { withoutComments } from './mjml-source.ts';
import type { TemplateProblem } from './problem.ts';
import type { CompiledTemplate } from './render-liquid.ts';
import { isKnownValue } from './values.ts';

/** A template as its author writes it. */
export interface TemplateSource {
  /** Liquid, one line */
  subject: string;
  /** MJML with Liquid */
  mjml: string;
}

export interface CheckedTemplate {
  /** null: it cannot be rendered at all. */
  compiled: CompiledTemplate | null;
  /** Why it cannot be rendered. */
  problems: TemplateProblem[];
  /** Values that no mail has. They keep a journey from being published, not a draft from being saved. */
  unknownValues: TemplateProblem[];
  warnings: TemplateProblem[];
}

/** Compiles a template and says all that is wrong with it, in the lines of its source. */
export async function checkTemplate({ subject, mjml }: TemplateSource): Promise<CheckedTemplate> {
  const inSubject = checkLiquid('plain', subject, 0);
  const inSource = checkLiquid('html', withoutComments(mjml));
  const unknownValues = [...inSubject.unknown, ...inSource.unknown];
  const broken = [...inSubject.problems, ...inSource.problems];
  const result = await compileMjml(mjml);
  const problems = [...broken, ...('problems' in result ? result.problems : [])];
  if ('problems' in result || problems.length > 0) return { compiled: null, problems, unknownValues, warnings: [] };
  const { html, warnings } = result;
  const hash = createHash('sha256').update(subject).update('\0').update(html).digest('hex');
  const again = checkLiquid('html', html, 1).problems; // what compiling moved apart, such as half a tag in an attribute
  const compiled = again.length > 0 ? null : { hash, subject, html };
  return { compiled, problems: again, unknownValues, warnings };
}

function checkLiquid(
  target: Target,
  text: string,
  line?: number,
): { problems: TemplateProblem[]; unknown: TemplateProblem[] } {
  const liquid = liquidEngine(target, 'ja');
  let parsed: Template[];
  try {
    parsed = liquid.parse(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { problems: [{ line: line ?? lineOf(error), text: liquidWords(error) }], unknown: [] };
  }
  const { globals } = liquid.analyzeSync(parsed, { partials: false });
  const unknown = Object.values(globals)
    .flat()
    .filter(({ segments }) => !isKnownValue(segments))
    .map((variable) => ({ line: line ?? variable.location.row, text: unknownWords(String(variable)) }));
  return { problems: [], unknown };
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
