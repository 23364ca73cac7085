import type { Finding } from '@tabiji/shared/api/domains.ts';
import type { Dns } from './dns.ts';
import { good, mend, type Sending, unreachable } from './finding.ts';
import { organisationOf } from './organisation.ts';

const POLICIES = ['none', 'quarantine', 'reject'];

/** What receivers are asked to do with mails that are neither signed nor sent as the From domain says (RFC 7489). */
export async function lookAtDmarc(dns: Dns, { domain, provider, keys }: Sending): Promise<Finding> {
  const organisation = organisationOf(domain);
  const found = await recordsFor(dns, domain, organisation);
  if (found === 'unreachable') return unreachable('dmarc');
  const { at, texts } = found;
  const record = (value: string) => ({ type: 'TXT' as const, name: `_dmarc.${at}`, value });
  const [text] = texts;
  const standard = 'v=DMARC1; p=none';
  if (text === undefined)
    return mend('dmarc', 'none', NONE, { record: { ...record(standard), name: `_dmarc.${organisation}` } });
  if (texts.length > 1)
    return mend('dmarc', 'several', several(texts.length), {
      record: record(text),
      remove: texts.slice(1).map(record),
    });
  const tags = tagsOf(text);
  const p = (at === domain ? tags.get('p') : (tags.get('sp') ?? tags.get('p'))) ?? '';
  if (!POLICIES.includes(p))
    return mend('dmarc', 'policy', policy(p), { record: record(standard), remove: [record(text)] });
  const isStrict = tags.get('adkim') === 's';
  const aligned = (signer: string) => (isStrict ? signer === domain : organisationOf(signer) === organisation);
  const isSigned = provider === 'resend' || keys.some((key) => aligned(key.domain));
  if (!isSigned && isStrict && keys.length > 0) return mend('dmarc', 'strict', STRICT);
  if (!isSigned && p !== 'none') return mend('dmarc', 'unsigned', unsigned(p));
  return good('dmarc', p === 'none' ? 'watches' : 'good', p === 'none' ? WATCHES : GOOD);
}

/** The domain's own records, or those of the registered domain above it. */
async function recordsFor(dns: Dns, domain: string, organisation: string) {
  for (const at of new Set([domain, organisation])) {
    const answer = await dns.txt(`_dmarc.${at}`);
    if (answer.kind === 'unreachable') return 'unreachable';
    const texts = answer.kind === 'found' ? answer.records.filter((text) => /^v=DMARC1\s*(;|$)/.test(text)) : [];
    if (texts.length > 0) return { at, texts };
  }
  return { at: organisation, texts: [] };
}

/** `v=DMARC1; p=none` by tag, values in small letters. */
const tagsOf = (text: string): Map<string, string> =>
  new Map(
    text.split(';').flatMap((part) => {
      const [name, value] = part.split('=', 2).map((one) => one.trim().toLowerCase());
      return name && value !== undefined ? [[name, value] as const] : [];
    }),
  );

const NONE = {
  ja: 'なりすましを防ぐ方針（DMARC）が DNS に書かれていません。Gmail・Yahoo!・docomo への配信に必要です。まず、様子を見るだけの下のレコードを追加してください。',
  en: 'The DNS has no policy against forged mails (DMARC), which Gmail, Yahoo and docomo ask for. Add the record below, which only watches to begin with.',
};
const WATCHES = {
  ja: 'なりすましを防ぐ方針（DMARC）が書かれています。いまは様子を見るだけ（p=none）です。配信に問題がなければ、これで足ります。',
  en: 'The DNS has a policy against forged mails (DMARC). It only watches for now (p=none), which is enough for your mails.',
};
const GOOD = {
  ja: 'なりすましを防ぐ方針（DMARC）が書かれています。',
  en: 'The DNS has a policy against forged mails (DMARC).',
};
const STRICT = {
  ja: 'DMARC が「adkim=s」のため、差出人とまったく同じドメインの署名が要ります。いまの署名は別の名前のドメインです。下の「署名の鍵」で、このドメインの鍵を作ってください。',
  en: 'The DMARC policy (adkim=s) wants signatures of exactly this domain, and the present ones are of another name. Make a key of this domain under “Signing keys”.',
};
const several = (count: number) => ({
  ja: `DMARC のレコードが${count}件あります。2件以上あると無視されます。1件だけ残してください。`,
  en: `There are ${count} DMARC records. With more than one, receivers ignore all of them. Keep one.`,
});
const policy = (p: string) => ({
  ja: `DMARC の方針「p=${p}」は正しくありません。none・quarantine・reject のどれかです。下のレコードに置きかえてください。`,
  en: `“p=${p}” is no DMARC policy: it is none, quarantine or reject. Put the record below in its place.`,
});
const unsigned = (p: string) => ({
  ja: `DMARC の方針は「${p}」ですが、メールに署名（DKIM）がありません。転送などで簡単に拒まれます。下の「署名の鍵」で鍵を作ってください。`,
  en: `The DMARC policy is “${p}”, but mails are not signed (DKIM), so they are easily rejected, for example when forwarded. Make a key under “Signing keys”.`,
});
