import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link in a mail answers. */
export interface AnswerLink {
  workspaceId: number;
  customerId: number;
  /** Number of the letter the link stands in. */
  letterId: number;
  question: string;
  answer: string;
}

/** Everything from which a workspace's links are made. */
export interface Asking {
  secret: string;
  questions: readonly { name: string; answers: readonly string[] }[];
}

/** Links by question and answer: `{{ question.felt_effect.yes }}` in a mail. The same letter has the same links for ever. */
export const questionLinks = (
  { secret, questions }: Asking,
  url: string,
  letter: Pick<AnswerLink, 'workspaceId' | 'customerId' | 'letterId'>,
): Record<string, Record<string, string>> =>
  Object.fromEntries(
    questions.map(({ name, answers }) => [
      name,
      Object.fromEntries(
        answers.map((answer) => [answer, `${url}/q/${signed({ ...letter, question: name, answer }, secret)}`]),
      ),
    ]),
  );

/** Names and values are plain words (shared/nodes/question), so that dots can stand between the parts. */
const signed = ({ workspaceId, customerId, letterId, question, answer }: AnswerLink, secret: string): string => {
  const said = Buffer.from([workspaceId, customerId, letterId, question, answer].join('.')).toString('base64url');
  return `${said}.${signatureOf(said, secret)}`;
};

const signatureOf = (said: string, secret: string): string =>
  createHmac('sha256', secret).update(`tabiji answer 1\n${said}`).digest().subarray(0, 16).toString('base64url');

/** What a link says; not believed before `isGenuine`. Undefined for anything that is no such link. */
export function readLink(token: string): AnswerLink | undefined {
  const [said = ''] = token.split('.', 1);
  const text = Buffer.from(said, 'base64url').toString();
  const parts = /^(\d{1,9})\.(\d{1,15})\.(\d{1,15})\.(\w{1,40})\.(\w{1,40})$/.exec(text);
  if (!parts) return undefined;
  const [, workspace, customer, letter, question, answer] = parts;
  return {
    workspaceId: Number(workspace),
    customerId: Number(customer),
    letterId: Number(letter),
    question: question!,
    answer: answer!,
  };
}

/** Whether a link was made with this secret. */
export function isGenuine(token: string, secret: string): boolean {
  const [said = '', signature = '', more] = token.split('.');
  const wanted = Buffer.from(signatureOf(said, secret));
  const given = Buffer.from(signature);
  return more === undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
}
