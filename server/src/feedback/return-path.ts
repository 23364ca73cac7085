import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Here } from '../db/in-workspace.ts';
import { believedKey, signingKey } from '../link-keys.ts';
import type { MailRef } from './mails.sql.ts';

/** Which mail a report says it is about; not believed before `isReturnToken`. */
export interface ReturnClaim extends MailRef {
  workspaceId: number;
  /** As it was found, in small letters. */
  token: string;
}

/** Some servers on the way write addresses in capitals or small letters as they like. */
const TOKEN =
  /(?<![0-9a-z])([0-9a-z]{1,6})-([0-9a-z]{1,10})-([0-9a-z]{1,10})-([1-9]\d{0,2})-([0-9a-f]{20})(?![0-9a-z])/gi;

const signatureOf = (said: string, secret: string): string =>
  createHmac('sha256', secret).update(`tabiji return 1\n${said}`).digest('hex').slice(0, 20);

/** Names one mail in reports about it: short enough for the local part of an address, of no use for another mail. */
export function returnToken({ id, linkKeys }: Pick<Here, 'id' | 'linkKeys'>, mail: MailRef): string {
  const numbers = [id, mail.customerId, mail.messageId].map((number) => number.toString(36));
  const { number, secret } = signingKey(linkKeys);
  const said = [...numbers, number].join('-');
  return `${said}-${signatureOf(said, secret)}`;
}

/** The address to which mail servers report about one mail (VERP): `bounce+<token>@…`. */
export function returnPath(base: string, token: string): string {
  const at = base.lastIndexOf('@');
  return `${base.slice(0, at)}+${token}${base.slice(at)}`;
}

/** What looks like such a token in a text. */
export const findReturnTokens = (text: string): ReturnClaim[] =>
  [...text.matchAll(TOKEN)].map(([token, workspace, customer, message]) => ({
    token: token.toLowerCase(),
    workspaceId: Number.parseInt(workspace!, 36),
    customerId: Number.parseInt(customer!, 36),
    messageId: Number.parseInt(message!, 36),
  }));

/** Whether this token was made here. */
export function isReturnToken({ token }: ReturnClaim, { id, linkKeys }: Pick<Here, 'id' | 'linkKeys'>): boolean {
  const [workspace = '', customer, message, key, signature = ''] = token.split('-');
  const secret = believedKey(linkKeys, Number(key));
  if (secret === undefined || Number.parseInt(workspace, 36) !== id) return false;
  const wanted = Buffer.from(signatureOf([workspace, customer, message, key].join('-'), secret));
  const given = Buffer.from(signature);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
