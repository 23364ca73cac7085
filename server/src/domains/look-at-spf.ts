import type { DnsRecord, Finding } from '@tabiji/shared/api/domains.ts';
import type { Dns } from './dns.ts';
import { good, mend, type Sending, unreachable } from './finding.ts';
import { mendSpf } from './spf/mend-spf.ts';
import { isSpf, parseSpf } from './spf/parse-spf.ts';
import { type SpfWalk, walkSpf } from './spf/walk-spf.ts';

/** What the services that carry mails want to be named as. A mail server of one's own is known to its people only. */
const NEEDED: Readonly<Record<Sending['provider'], string | undefined>> = { resend: 'amazonses.com', smtp: undefined };

/** Who may send for a domain. Carriers in Japan ask it of the From domain, too, not only of the envelope's. */
export async function lookAtSpf(dns: Dns, { domain, provider }: Sending): Promise<Finding> {
  const answer = await dns.txt(domain);
  if (answer.kind === 'unreachable') return unreachable('spf');
  const texts = answer.kind === 'found' ? answer.records.filter(isSpf) : [];
  const needed = NEEDED[provider];
  const terms = needed === undefined ? [] : [`include:${needed}`];
  const record = (value: string): DnsRecord => ({ type: 'TXT', name: domain, value });
  const instead = (value: string) => ({ record: record(value), remove: texts.map(record) });
  const [text] = texts;
  if (text === undefined) {
    const own = needed === undefined ? ['mx'] : terms;
    return mend('spf', 'none', provider === 'smtp' ? NONE_SMTP : NONE, {
      record: record(mendSpf([], { needed: own })),
    });
  }
  if (texts.length > 1)
    return mend('spf', 'several', several(texts.length), instead(mendSpf(texts, { needed: terms })));
  const spf = parseSpf(text);
  if ('wrong' in spf) return mend('spf', 'syntax', syntax(spf.wrong), instead(mendSpf(texts, { needed: terms })));
  const walk = await walkSpf(dns, domain, spf);
  const fault = faultOf(walk, domain);
  if (fault) {
    const without = walk.trouble?.term === undefined ? [] : [walk.trouble.term];
    const { code, text: words, mendable } = fault;
    return mend('spf', code, words, mendable ? instead(mendSpf(texts, { needed: terms, without })) : {});
  }
  if (walk.unreachable) return unreachable('spf');
  if (needed !== undefined && !walk.included.includes(needed))
    return mend('spf', 'not_named', notNamed(needed), instead(mendSpf(texts, { needed: terms })));
  return good('spf', 'good', provider === 'smtp' ? GOOD_SMTP : GOOD);
}

interface Fault {
  code: string;
  text: Finding['text'];
  /** Whether a record can be written that is better. */
  mendable: boolean;
}

function faultOf(walk: SpfWalk, domain: string): Fault | undefined {
  const { trouble, lookups, voids } = walk;
  if (walk.allowsAll) return { code: 'allows_all', text: ALLOWS_ALL, mendable: true };
  if (lookups > 10) return { code: 'lookups', text: tooMany(lookups), mendable: false };
  if (trouble?.code === 'include_missing' || trouble?.code === 'loop')
    return {
      code: trouble.code,
      text: leadsNowhere(trouble.term ?? trouble.domain),
      mendable: trouble.term !== undefined,
    };
  if (trouble) return { code: `elsewhere_${trouble.code}`, text: wrongElsewhere(trouble.domain), mendable: false };
  if (voids > 2) return { code: 'voids', text: tooManyVoids(domain, voids), mendable: false };
  if (walk.isOpenEnded) return { code: 'open_ended', text: OPEN_ENDED, mendable: true };
  return undefined;
}

const NONE = {
  ja: 'このドメインから誰がメールを送ってよいか（SPF）が、DNS に書かれていません。届きにくくなり、docomo などの携帯メールでは警告が出たり届かなかったりします。下のレコードを追加してください。',
  en: 'The DNS does not say who may send mails from this domain (SPF). Mails are more likely to be rejected. Add the record below.',
};
const NONE_SMTP = {
  ja: 'このドメインから誰がメールを送ってよいか（SPF）が、DNS に書かれていません。届きにくくなり、docomo などの携帯メールでは警告が出たり届かなかったりします。下のレコードを追加してください。メールサーバーの会社の案内に「include:…」や「ip4:…」があれば、「mx」をそれに置きかえます。',
  en: 'The DNS does not say who may send mails from this domain (SPF). Mails are more likely to be rejected. Add the record below. If the company of your mail server names an “include:…” or “ip4:…”, put it in the place of “mx”.',
};
const GOOD = {
  ja: '誰がメールを送ってよいか（SPF）が正しく書かれていて、配信サービスも含まれています。',
  en: 'The DNS says who may send mails (SPF), and the provider is among them.',
};
const GOOD_SMTP = {
  ja: '誰がメールを送ってよいか（SPF）が正しく書かれています。お使いのメールサーバーが含まれているかは、その会社の案内で確かめてください。',
  en: 'The DNS says who may send mails (SPF). Whether your own mail server is among them, the company that runs it can tell.',
};
const ALLOWS_ALL = {
  ja: 'SPF が「+all」で終わっているため、世界中の誰でもこのドメインを名乗れます。下のレコードに置きかえてください。',
  en: 'The SPF record ends with “+all”: anybody in the world may send as this domain. Put the record below in its place.',
};
const OPEN_ENDED = {
  ja: 'SPF に、書かれていないサーバーをどう扱うか（~all など）がありません。下のレコードに置きかえてください。',
  en: 'The SPF record does not say what becomes of mails from servers it does not name. Put the record below in its place.',
};
const several = (count: number) => ({
  ja: `SPF のレコードが${count}件あります。2件以上あると、受け取る側はすべて無視します。下の1件にまとめてください。`,
  en: `There are ${count} SPF records. With more than one, receivers ignore all of them. Put this one in their place.`,
});
const syntax = (term: string) => ({
  ja: `SPF の「${term}」は書き方が正しくないため、全体が無視されます。下のレコードに置きかえてください。`,
  en: `“${term}” in the SPF record is not written correctly, so all of it is ignored. Put the record below in its place.`,
});
const tooMany = (count: number) => ({
  ja: `SPF を確かめるために${count}回の問い合わせが要ります。10回を超えると無視されます。使っていない include を減らしてください。`,
  en: `Checking the SPF record takes ${count} DNS lookups; with more than 10 it is ignored. Take out the services you no longer use.`,
});
const tooManyVoids = (domain: string, count: number) => ({
  ja: `${domain} の SPF に、もう存在しない名前が${count}件あります。3件以上あると無視されます。使っていない項目を消してください。`,
  en: `The SPF record of ${domain} names ${count} hosts that do not exist; with more than two it is ignored. Take them out.`,
});
const leadsNowhere = (term: string) => ({
  ja: `SPF の「${term}」の先に SPF がないため、全体が無視されます。下のレコードに置きかえてください。`,
  en: `“${term}” in the SPF record leads to no SPF record, so all of it is ignored. Put the record below in its place.`,
});
const wrongElsewhere = (domain: string) => ({
  ja: `SPF が取り込んでいる ${domain} の SPF が正しくありません。そのサービスの会社に知らせるか、使っていなければ外してください。`,
  en: `The SPF record of ${domain}, which yours takes in, is wrong. Tell the company it belongs to, or take it out if you do not use it.`,
});
const notNamed = (provider: string) => ({
  ja: `SPF に配信サービス（${provider}）が含まれていません。下のレコードに置きかえてください。`,
  en: `The SPF record does not name the mail provider (${provider}). Put the record below in its place.`,
});
