import { createHmac, timingSafeEqual } from 'node:crypto';
import { believedKey, signingKey } from '../../link-keys.ts';
import type { MailRef } from '../mails.sql.ts';

/** What a link of a mail says: whose mail it is and which of its links, `open` for the picture. */
export interface TrackLink extends MailRef {
  workspaceId: number;
  link: string;
}

/** What the tokens of one mail are made with: of no use for another mail. */
export interface MailKey {
  /** Number of the workspace's key it was derived from, from 1. */
  number: number;
  /** base64url */
  key: string;
}

const derived = (secret: string, number: number, mail: string): string =>
  createHmac('sha256', secret).update(`tabiji track 1\n${number}\n${mail}`).digest('base64url');

const nameOf = ({ workspaceId, customerId, messageId }: Omit<TrackLink, 'link'>): string =>
  [workspaceId, customerId, messageId].join('.');

const signatureOf = (key: string, link: string): string =>
  createHmac('sha256', key).update(link).digest().subarray(0, 16).toString('base64url');

/** @param keys the workspace's, the newest last */
export function mailKey(mail: Omit<TrackLink, 'link'>, keys: readonly string[]): MailKey {
  const { number, secret } = signingKey(keys);
  return { number, key: derived(secret, number, nameOf(mail)) };
}

/** A token that says so and never runs out: numbers and the link's name, then 128 bits that prove them. */
export function trackToken(link: TrackLink, { number, key }: MailKey): string {
  const said = Buffer.from(`${nameOf(link)}.${link.link}`).toString('base64url');
  return `${said}.${number}.${signatureOf(key, link.link)}`;
}

/** What a token says; not believed before `isTracked`. Undefined for anything that is none. */
export function readTrackToken(token: string): TrackLink | undefined {
  const [said = ''] = token.split('.', 1);
  const parts = /^(\d{1,9})\.(\d{1,15})\.(\d{1,15})\.(\w{1,20})$/.exec(Buffer.from(said, 'base64url').toString());
  if (!parts) return undefined;
  const [, workspace, customer, message, link] = parts;
  return { workspaceId: Number(workspace), customerId: Number(customer), messageId: Number(message), link: link! };
}

/** Whether this very token was made with one of these keys. Takes as long for a wrong one. */
export function isTracked(token: string, keys: readonly string[]): boolean {
  const link = readTrackToken(token);
  const number = Number(/^[\w-]+\.([1-9]\d{0,3})\.[\w-]{22}$/.exec(token)?.[1] ?? 0);
  const secret = believedKey(keys, number);
  if (!link || secret === undefined) return false;
  const wanted = Buffer.from(trackToken(link, { number, key: derived(secret, number, nameOf(link)) }));
  const given = Buffer.from(token);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
