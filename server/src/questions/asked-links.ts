import type { Words } from '@tabiji/shared/locale.ts';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Asking } from '@tabiji/shared/nodes/define-node.ts';
import { openNode } from '@tabiji/shared/nodes/registry.ts';
import type { TemplateProblem } from '../templates/problem.ts';

/** A link in a mail that answers a question: `{{ question.felt_effect.yes }}`. */
export interface QuestionLink {
  question: string;
  /** Undefined where it is computed while the mail is written. */
  answer: string | undefined;
  /** Of the mail's source. */
  line: number;
}

/** What a journey asks, and whether it is a mailing, which has no steps to ask in. */
export interface Asked {
  questions: readonly Asking[];
  isMailing: boolean;
}

/** What all nodes of a graph ask customers by links in mails. */
export const askedIn = (graph: JourneyGraph): Asked => ({
  questions: Object.values(graph.nodes).flatMap((node) => {
    const opened = openNode(node);
    const asked = opened.ok ? opened.definition.asks?.(opened.config) : undefined;
    return asked ? [asked] : [];
  }),
  isMailing: graph.settings['mailing'] !== undefined,
});

/** Links of a mail that would lead nowhere, as nobody asks or offers what they answer; each question and answer once. */
export function unaskedLinks(links: readonly QuestionLink[], { questions, isMailing }: Asked): TemplateProblem[] {
  const found = new Map<string, TemplateProblem>();
  for (const { question, answer, line } of links) {
    const asked = questions.filter((one) => one.question === question).flatMap(({ answers }) => answers);
    const isAsked = questions.some((one) => one.question === question);
    if (!isAsked) found.set(question, { line, text: (isMailing ? noQuestions : unasked)(question) });
    else if (answer !== undefined && !asked.some(({ value }) => value === answer))
      found.set(`${question}.${answer}`, {
        line,
        text: unoffered(
          question,
          answer,
          asked.map(({ value }) => value),
        ),
      });
  }
  return [...found.values()];
}

const unasked = (name: string): Words => ({
  ja: `質問「${name}」に答えるリンクがありますが、このジャーニーはその質問をしていません。質問の名前を「${name}」にした手順「質問の答え」を加えるか、リンクをメールから外してください。`,
  en: `it has links that answer the question “${name}”, which this journey does not ask. Add a step “Answer” whose question is named “${name}”, or take the links out of the mail.`,
});

const noQuestions = (name: string): Words => ({
  ja: `質問「${name}」に答えるリンクがありますが、一斉配信では質問できません。手順「質問の答え」のあるジャーニーで送るか、リンクをメールから外してください。`,
  en: `it has links that answer the question “${name}”, and a mailing asks none. Send it by a journey with a step “Answer”, or take the links out of the mail.`,
});

const unoffered = (name: string, answer: string, offered: readonly string[]): Words => ({
  ja: `質問「${name}」に答え「${answer}」はありません（あるのは ${offered.join('、')}）。手順「質問の答え」に加えるか、メールのリンクを直してください。`,
  en: `the question “${name}” has no answer “${answer}” (it has: ${offered.join(', ')}). Add it to the step “Answer”, or mend the link in the mail.`,
});
