import { linesOf } from './lines.ts';
import type { TemplateProblem } from './problem.ts';

/** Marks of other systems that Liquid takes for text, or for a value of a strange name. */
const LEFT = anyOf(
  /<%[\s\S]{0,500}?%>/, // ERB, EJS
  /\{\{-?\s*(?:if|else|end|range|with|block|template|define)\b[^{}]{0,500}\}\}/, // Go
  /\*\|[A-Z][\w:.]{0,60}\|\*/, // Mailchimp
  /\[\[[A-Za-z_][\w.:]{0,60}\]\]/, // Mailjet
  /%%[A-Za-z_][\w.]{0,60}%%/, // Salesforce
  /\$\{[^{}\n]{1,200}\}/, // JavaScript
  /\b__[A-Z][A-Za-z_]{0,60}__\b/,
  /(?<![{$#%])\{[a-z][a-z\d]{0,30}(?:_[a-z\d]{1,30}){1,5}\}(?!\})/, // {unsubscribe_link}
);

/** Marks that Liquid cannot read at all: Handlebars and Mustache, Blade. */
const UNREADABLE = /\{\{\{[^{}]{0,500}\}\}\}|\{\{-?\s*[#/^>!&$@][^{}]{0,500}\}\}|\{!![^!{}]{0,500}!!\}/g;

/** Nobody reads more, and a text may be full of them. */
const MOST = 50;

export interface ForeignMarks {
  /** One for each different mark. */
  problems: TemplateProblem[];
  /** The text with blanks in their places; lines and offsets stay. */
  rest: string;
}

/** What would be sent as it is written, or as nothing: such values keep a mail from being published. */
export const foreignMarks = (text: string): ForeignMarks => marksOf(LEFT, text);

/** What keeps Liquid from reading the text. */
export const unreadableMarks = (text: string): ForeignMarks => marksOf(UNREADABLE, text);

function anyOf(...patterns: RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), 'g');
}

function marksOf(pattern: RegExp, text: string): ForeignMarks {
  const lineOf = linesOf(text);
  const problems = new Map<string, TemplateProblem>();
  const rest = text.replace(pattern, (mark, ...found: unknown[]) => {
    const offset = found.find((each) => typeof each === 'number') ?? 0;
    if (problems.size < MOST && !problems.has(mark))
      problems.set(mark, { line: lineOf(offset), text: foreign(short(mark)) });
    return mark.replaceAll(/[^\n]/g, ' ');
  });
  return { problems: [...problems.values()], rest };
}

const short = (mark: string): string => {
  const line = mark.replaceAll(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};

const foreign = (mark: string) => ({
  ja: `${mark} は別のシステムの差し込みです。ここでは Liquid で書きます（値は {{ customer.lastName }}、条件は {% if … %}）。`,
  en: `${mark} belongs to another system. Here values and conditions are Liquid: {{customer.lastName}}, {% if … %}.`,
});
