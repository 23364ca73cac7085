import type { Asking } from '@tabiji/shared/nodes/define-node.ts';

/** A question and an answer as the mail asks them; as they are stored where no node asks them any more. */
export function answerWords(
  asking: readonly Asking[],
  question: string,
  answer: string,
): { question: string; answer: string } {
  const asked = asking.find((one) => one.question === question);
  const label = asked?.answers.find(({ value }) => value === answer)?.label;
  return { question: asked?.text || question, answer: label ?? answer };
}
