import { createHmac, timingSafeEqual } from 'node:crypto';
import { believedKey, signingKey } from '../link-keys.ts';

/** What a link in a mail answers. */
export interface AnswerLink {
  workspaceId: number;
  customerId: number;
  /** Number of the letter the link stands in. */
  letterId: number;
  question: string;
  answer: string;
}

/** What a workspace asks. */
export interface Asking {
  /** What links were signed with before the workspace's keys did; those are still believed. */
  secret: string;
  questions: readonly { name: string; answers: readonly string[] }[];
}

/**
 * Links by question and answer: `{{ question.felt_effect.yes }}` in a mail.
 * @param keys the workspace's, the newest last
 */
export const questionLinks = (
  { questions }: Pick<Asking, 'questions'>,
  { url, keys }: { url: string; keys: readonly string[] },
  letter: Pick<AnswerLink, 'workspaceId' | 'customerId' | 'letterId'>,
): Record<string, Record<string, string>> =>
  Object.fromEntries(
    questions.map(({ name, answers }) => [
      name,
      Object.fromEntries(
        answers.map((answer) => [answer, `${url}/q/${signed({ ...letter, question: name, answer }, keys)}`]),
      ),
    ]),
  );

/** Names and values are plain words (shared/nodes/question), so that dots can stand between the parts. */
const signed = (
  { workspaceId, customerId, letterId, question, answer }: AnswerLink,
  keys: readonly string[],
): string => {
  const said = Buffer.from([workspaceId, customerId, letterId, question, answer].join('.')).toString('base64url');
  const { number, secret } = signingKey(keys);
  return `${said}.${number}.${signatureOf(`2\n${number}\n${said}`, secret)}`;
};

/** @param said with the version of links before it */
const signatureOf = (said: string, secret: string): string =>
  createHmac('sha256', secret).update(`tabiji answer ${said}`).digest().subarray(0, 16).toString('base64url');

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

/** Whether a link was made with one of these keys, or with the secret that came before them and has no number. */
export function isGenuine(token: string, { secret: old, keys }: { secret: string; keys: readonly string[] }): boolean {
  const parts = /^([\w-]+)\.(?:([1-9]\d{0,3})\.)?([\w-]{22})$/.exec(token);
  if (!parts) return false;
  const [, said = '', number, signature = ''] = parts;
  const secret = number === undefined ? old : believedKey(keys, Number(number));
  if (!secret) return false;
  const wanted = Buffer.from(signatureOf(number === undefined ? `1\n${said}` : `2\n${number}\n${said}`, secret));
  const given = Buffer.from(signature);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
