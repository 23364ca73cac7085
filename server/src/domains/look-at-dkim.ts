import type { DnsRecord, Finding } from '@tabiji/shared/api/domains.ts';
import type { Dns } from './dns.ts';
import { good, mend, type Sending, unreachable } from './finding.ts';

/** What the DNS shows of a key. */
export type Shown = 'shown' | 'missing' | 'other' | 'several' | 'unreachable';

export const nameOf = ({ domain, selector }: Pick<Key, 'domain' | 'selector'>): string =>
  `${selector}._domainkey.${domain}`;

export const recordOf = (key: Key): DnsRecord => ({
  type: 'TXT',
  name: nameOf(key),
  value: `v=DKIM1; k=rsa; p=${key.publicKey}`,
});

type Key = Sending['keys'][number];

/** Whether receivers find this key (RFC 6376, 3.6). */
export async function howShown(dns: Dns, key: Key): Promise<Shown> {
  const answer = await dns.txt(nameOf(key));
  if (answer.kind === 'unreachable') return 'unreachable';
  if (answer.kind === 'none') return 'missing';
  if (answer.records.length > 1) return 'several';
  return publicKeyIn(answer.records[0] ?? '') === key.publicKey ? 'shown' : 'other';
}

const publicKeyIn = (text: string): string | undefined => /(?:^|;)\s*p\s*=([^;]*)/.exec(text)?.[1]?.replace(/\s/g, '');

/** Whether the domain's mails are signed by a key that the DNS shows. Where the provider signs, by its own. */
export async function lookAtDkim(dns: Dns, { domain, provider, keys }: Sending): Promise<Finding> {
  if (provider === 'resend') return ofProvider(dns, domain);
  const [key] = keys;
  if (!key) return mend('dkim', 'no_key', NO_KEY);
  const record = recordOf(key);
  switch (await howShown(dns, key)) {
    case 'shown':
      return good('dkim', 'good', GOOD);
    case 'unreachable':
      return unreachable('dkim');
    case 'missing':
      return mend('dkim', 'missing', MISSING, { record });
    case 'several':
      return mend('dkim', 'several', SEVERAL, { record });
    case 'other':
      return mend('dkim', 'other', OTHER, { record });
  }
}

async function ofProvider(dns: Dns, domain: string): Promise<Finding> {
  const answer = await dns.txt(`resend._domainkey.${domain}`);
  if (answer.kind === 'unreachable') return unreachable('dkim');
  const key = answer.kind === 'found' ? publicKeyIn(answer.records[0] ?? '') : undefined;
  return key ? good('dkim', 'good', GOOD) : mend('dkim', 'provider', PROVIDER);
}

const GOOD = {
  ja: 'メールに署名（DKIM）が付き、受け取る側が確かめられます。',
  en: 'Mails are signed (DKIM), and receivers can check the signature.',
};
const NO_KEY = {
  ja: 'メールに署名（DKIM）が付いていません。Gmail・Yahoo!・docomo への配信に必要です。下の「署名の鍵を作る」を押してください。',
  en: 'Mails are not signed (DKIM), as Gmail, Yahoo and docomo want it. Press “Make a signing key” below.',
};
const MISSING = {
  ja: '署名の鍵（DKIM）が、まだ DNS に見つかりません。下のレコードを追加してください。追加してから見えるまで、数時間かかることがあります。',
  en: 'The DNS does not show the signing key (DKIM) yet. Add the record below; it can take some hours until it is seen.',
};
const SEVERAL = {
  ja: '同じ名前の署名の鍵（DKIM）が2件以上あります。下のレコードだけを残してください。',
  en: 'There is more than one signing key (DKIM) of that name. Keep the record below only.',
};
const OTHER = {
  ja: 'DNS にある署名の鍵（DKIM）が、使っている鍵と違います。途中で切れていないか確かめ、下のレコードに置きかえてください。',
  en: 'The signing key in the DNS (DKIM) is not the one in use. See that it was not cut off, and put the record below in its place.',
};
const PROVIDER = {
  ja: '署名（DKIM）の鍵が DNS に見つかりません。Resend の「Domains」でこのドメインを登録し、表示されたレコードを追加してください。',
  en: 'The DNS does not show the signing key (DKIM). Register this domain at Resend under “Domains” and add the records it shows.',
};
