import type { Finding } from '@tabiji/shared/api/domains.ts';
import type { Dns } from './dns.ts';
import { good, mend, type Sending, unreachable } from './finding.ts';

/** Whether the From domain can receive: carriers refuse mails from domains that nothing could be answered to. */
export async function lookAtMx(dns: Dns, { domain }: Sending): Promise<Finding> {
  const hosts = await dns.mx(domain);
  if (hosts.kind === 'unreachable') return unreachable('mx');
  if (hosts.kind === 'found') {
    if (hosts.records.every((host) => host === '' || host === '.')) return mend('mx', 'refuses', REFUSES);
    return good('mx', 'good', GOOD);
  }
  const address = await dns.address(domain);
  if (address.kind === 'unreachable') return unreachable('mx');
  return address.kind === 'found' ? good('mx', 'address', ADDRESS) : mend('mx', 'none', NONE);
}

const GOOD = { ja: 'このドメインは返信を受け取れます（MX）。', en: 'The domain can receive replies (MX).' };
const ADDRESS = {
  ja: 'メールを受け取るサーバー（MX）はありませんが、ドメインのサーバーの住所（A）があるので送信できます。返信を受け取るなら、MX を追加してください。',
  en: 'There is no mail server (MX), but the domain has an address (A), so mails can go. To receive replies, add an MX record.',
};
const NONE = {
  ja: 'このドメインには、メールを受け取るサーバー（MX）も住所（A）もありません。docomo などは、返信できない差出人からのメールを拒みます。メールを受け取る会社の案内にある MX レコードを追加してください。',
  en: 'The domain has neither a mail server (MX) nor an address (A). Carriers such as docomo refuse mails that nobody could answer. Add the MX record that the company of your mailbox names.',
};
const REFUSES = {
  ja: 'このドメインは「メールを受け取らない」と宣言しています（Null MX）。返信できない差出人として拒まれることがあります。MX レコードを、受け取るサーバーに変えてください。',
  en: 'The domain says that it receives no mails (null MX), so mails from it may be refused. Change the MX record to a server that takes replies.',
};
