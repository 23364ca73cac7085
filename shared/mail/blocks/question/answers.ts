import { z } from 'zod';
import { attributeOf, type MailElement } from '../../source/element.ts';
import { escapedText, unescaped } from '../../source/escape.ts';
import type { Place } from '../field.ts';
import { htmlIn } from '../part.ts';

/** What a name in `{{ question.NAME.VALUE }}` may be (shared/nodes/question). */
export const Name = z.string().regex(/^[A-Za-z0-9_]{0,40}$/);
export const Answers = z
  .array(z.object({ value: Name, label: z.string().max(100) }))
  .min(1)
  .max(20);
export type Answers = z.infer<typeof Answers>;

/** A question as its block shows it. */
export interface Asked {
  question: string;
  answers: Answers;
  /** Words under the two ends of a scale. */
  low: string;
  high: string;
}

/** How answers are laid out: one below the other, or as a row of small boxes. */
export type Layout = 'choice' | 'scale';

const LINK = /^\s*\{\{\s*question\.(\w*)(?:\.(\w+)|\["(\w+)"\]|\['(\w+)'\])\s*\}\}\s*$/;

/** What the links of a block ask; undefined when one of them leads elsewhere. */
export function askedIn(place: Place): Asked | undefined {
  const links = all(htmlIn(place)).filter(({ tag }) => tag === 'a');
  const read = links.map((link) => ({ link, found: LINK.exec(attributeOf(link, 'href') ?? '') }));
  const [first] = read;
  if (!first || read.some(({ found }) => !found || found[1] !== first.found?.[1])) return undefined;
  const textOf = ({ innerStart, innerEnd }: MailElement) =>
    unescaped(place.source.slice(innerStart, innerEnd).replaceAll(/<[^>]*>/g, '')).trim();
  const classed = (name: string) => {
    const found = all(htmlIn(place)).find((element) => attributeOf(element, 'class') === name);
    return found ? textOf(found) : '';
  };
  return {
    question: first.found?.[1] ?? '',
    answers: read.map(({ link, found }) => ({
      value: found?.[2] ?? found?.[3] ?? found?.[4] ?? '',
      label: textOf(link),
    })),
    low: classed('low'),
    high: classed('high'),
  };
}

const all = (elements: readonly MailElement[]): MailElement[] =>
  elements.flatMap((element) => [element, ...all(element.children)]);

const linkTo = (question: string, value: string) =>
  /^\d/.test(value) ? `{{ question.${question}['${value}'] }}` : `{{ question.${question}.${value} }}`;

/** The rows of a question's table. Boxes are table cells, which every mail program draws. */
export function answerRows({ question, answers, low, high }: Asked, layout: Layout, colour: string): string {
  const cell = (value: string, label: string, look: string) =>
    `<a href="${linkTo(question, value)}" style="${look}">${escapedText(label)}</a>`;
  if (layout === 'choice') {
    const look = `display:block;padding:13px 20px;border:1px solid ${colour};border-radius:6px;color:${colour};font-weight:600;text-align:center;text-decoration:none`;
    return answers
      .map(({ value, label }) => `\n  <tr><td style="padding:4px 0">${cell(value, label, look)}</td></tr>`)
      .join('')
      .concat('\n');
  }
  const look = `display:block;padding:14px 0;border:1px solid ${colour};border-radius:4px;color:${colour};font-size:14px;line-height:1.2;text-align:center;text-decoration:none`;
  const boxes = answers
    .map(
      ({ value, label }) =>
        `<td style="padding:0 1px" width="${Math.floor(100 / answers.length)}%">${cell(value, label, look)}</td>`,
    )
    .join('');
  const half = Math.ceil(answers.length / 2);
  const ends = `<td class="low" colspan="${half}" style="font-size:12px;text-align:left">${escapedText(low)}</td><td class="high" colspan="${answers.length - half}" style="font-size:12px;text-align:right">${escapedText(high)}</td>`;
  return `\n  <tr>${boxes}</tr>\n  <tr>${ends}</tr>\n`;
}
