import { buffer } from 'node:stream/consumers';
import DKIM from 'nodemailer/lib/dkim';
import type { DkimKey } from '../../dkim-key.ts';

/** Gmail and Yahoo take a one-click only from headers that are signed (RFC 8058, part 4). */
const SIGNED = [
  'From',
  'Reply-To',
  'Subject',
  'Date',
  'To',
  'Message-ID',
  'MIME-Version',
  'Content-Type',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
  'Feedback-ID',
  'CFBL-Address',
  'CFBL-Feedback-ID',
].join(':');

/** Adds a DKIM signature to mails of the key's domain and of those below it; others stay as they are. */
export async function signed(raw: Buffer, from: string, key: DkimKey | undefined): Promise<Buffer> {
  const domain = from.slice(from.lastIndexOf('@') + 1).toLowerCase();
  if (key === undefined || !`.${domain}`.endsWith(`.${key.domain}`)) return raw;
  const { domain: domainName, selector: keySelector, privateKey } = key;
  return buffer(new DKIM({ domainName, keySelector, privateKey, headerFieldNames: SIGNED }).sign(raw));
}
