import type { Locale } from '@tabiji/shared/locale.ts';

const NAMES: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'customer.lastName': { ja: '姓', en: 'Last name' },
  'customer.firstName': { ja: '名', en: 'First name' },
  'customer.name': { ja: '氏名', en: 'Name' },
  'customer.email': { ja: 'メールアドレス', en: 'Email' },
  'customer.phone': { ja: '電話番号', en: 'Phone' },
  'orders.count': { ja: '購入回数', en: 'Orders' },
  'orders.amount': { ja: '購入金額', en: 'Amount' },
  'orders.first': { ja: '初回購入日', en: 'First order' },
  'orders.last': { ja: '最終購入日', en: 'Last order' },
  'workspace.name': { ja: '店名', en: 'Shop' },
  'workspace.senderName': { ja: '差出人', en: 'Sender' },
  'workspace.senderAddress': { ja: '差出人アドレス', en: 'Sender address' },
  'workspace.company': { ja: '会社名', en: 'Company' },
  'workspace.postalAddress': { ja: '住所', en: 'Postal address' },
  'workspace.contact': { ja: '問い合わせ先', en: 'Contact' },
  'links.unsubscribe': { ja: '配信停止リンク', en: 'Unsubscribe link' },
  now: { ja: '今日', en: 'Today' },
};

/** A line with Liquid in it, such as a subject, for reading: `〔姓様〕、もうすぐお誕生日ですね`. */
export const withLabels = (line: string, locale: Locale): string =>
  line
    .replaceAll(/\{%.*?%\}/g, '')
    .replaceAll(/\{\{.*?\}\}/g, (liquid) =>
      locale === 'ja' ? `〔${liquidLabel(liquid, locale)}〕` : `[${liquidLabel(liquid, locale)}]`,
    );

/** What a piece of Liquid is shown as while a mail is written: the value's name, or the beginning of what it does. */
export function liquidLabel(liquid: string, locale: Locale): string {
  const output = /^\{\{-?\s*([\w.[\]'"-]+)\s*(?:\|\s*([^\s:|}]+)(?::\s*'([^']*)')?)?/.exec(liquid);
  if (output) {
    const [, path = '', filter, argument] = output;
    const name = NAMES[path]?.[locale] ?? path.split('.').at(-1) ?? path;
    return filter === 'keisho' || filter === '敬称' ? name + (argument ?? '様') : name;
  }
  const tag = /^\{%-?\s*(\w+)\s*([\s\S]*?)\s*-?%\}$/.exec(liquid);
  const [, word = '', rest = ''] = tag ?? [];
  const words: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
    if: { ja: `もし ${rest}`, en: `if ${rest}` },
    elsif: { ja: `または ${rest}`, en: `or if ${rest}` },
    else: { ja: 'そうでなければ', en: 'otherwise' },
    endif: { ja: 'ここまで', en: 'end' },
  };
  return words[word]?.[locale] ?? liquid.slice(2, 30).trim();
}
