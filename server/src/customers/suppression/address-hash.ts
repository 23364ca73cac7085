import { createHash } from 'node:crypto';

/**
 * An address as it is told again: width, capitals and blanks around it make no difference; dots and +tags do, since they
 * name other mailboxes in many houses. The same as the SQL function of migrations/0019.
 */
export const normalAddress = (address: string): string =>
  address
    .normalize('NFKC')
    .replace(/^[ \t\r\n\f\v]+|[ \t\r\n\f\v]+$/g, '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** What is kept instead of an address. The salt is the workspace's own, so that no two can be compared. */
export const addressHash = (salt: string, address: string): Buffer =>
  createHash('sha256')
    .update(`${salt}\n${normalAddress(address)}`)
    .digest();

/** Enough of an address for somebody who knows it: ta…@docomo.ne.jp. */
export function hintOf(address: string): string {
  const normal = normalAddress(address);
  const at = normal.lastIndexOf('@');
  return at < 1
    ? '…'
    : `${normal.slice(0, Math.min(2, at - 1)) || normal.slice(0, 1)}…${normal.slice(at)}`.slice(0, 200);
}
