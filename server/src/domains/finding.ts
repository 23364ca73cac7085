import type { Finding } from '@tabiji/shared/api/domains.ts';

/** What a domain's mails leave by, and what signs them. */
export interface Sending {
  domain: string;
  provider: 'smtp' | 'resend';
  /** Keys that may sign its mails, the one that does first. */
  keys: readonly { domain: string; selector: string; publicKey: string }[];
}

type Topic = Finding['topic'];
type Text = Finding['text'];
type More = Pick<Finding, 'record' | 'remove'>;

export const good = (topic: Topic, code: string, text: Text): Finding => ({ topic, state: 'good', code, text });
export const mend = (topic: Topic, code: string, text: Text, more: More = {}): Finding => ({
  topic,
  state: 'mend',
  code,
  text,
  ...more,
});

const ASKED: Readonly<Record<Topic, string>> = { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC', mx: 'MX' };

/** The DNS could not be asked: that says nothing about the domain. */
export const unreachable = (topic: Topic): Finding => ({
  topic,
  state: 'unknown',
  code: 'unreachable',
  text: {
    ja: `${ASKED[topic]} を確かめられませんでした。DNS サーバーから答えがありません。設定が間違っているとは限りません。しばらくして「もう一度調べる」を押してください。`,
    en: `${ASKED[topic]} could not be checked: the DNS did not answer. Nothing may be wrong. Check again in a while.`,
  },
});
