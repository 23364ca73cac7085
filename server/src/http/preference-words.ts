import type { Locale } from '@tabiji/shared/locale.ts';

interface Words {
  stopTitle: (topic: string) => string;
  stop: string;
  stopped: (topic: string) => string;
  stoppedHelp: string;
  again: string;
  againDone: (topic: string) => string;
  others: string;
  title: string;
  save: string;
  saved: string;
  all: string;
  allDone: string;
  undo: string;
  needed: string;
  gone: string;
  goneHelp: string;
  confirmTitle: (topic: string) => string;
  confirm: string;
  confirmed: string;
  confirmedHelp: (topic: string) => string;
  notYou: string;
}

/** What the pages behind a mail's own links say. */
export const WORDS: Readonly<Record<Locale, Words>> = {
  ja: {
    stopTitle: (topic) => `「${topic}」のメールを停止しますか`,
    stop: '配信を停止する',
    stopped: (topic) => `「${topic}」の配信を停止しました`,
    stoppedHelp: 'この種類のメールは、これからお届けしません。',
    again: 'もう一度受け取る',
    againDone: (topic) => `「${topic}」をまたお届けします`,
    others: 'ほかのメールの設定を見る',
    title: 'メールの配信設定',
    save: 'この内容で保存する',
    saved: '設定を保存しました。',
    all: 'すべての配信を停止する',
    allDone: 'すべての配信を停止しました。',
    undo: '元に戻す',
    needed: 'ご注文やお手続きに必要なご連絡は、この設定にかかわらずお届けします。',
    gone: 'このページは開けません',
    goneHelp: 'リンクが途中で切れているようです。メールのリンクをもう一度お試しください。',
    confirmTitle: (topic) => `「${topic}」のメールを受け取りますか`,
    confirm: '受け取る',
    confirmed: 'ご登録ありがとうございます',
    confirmedHelp: (topic) => `「${topic}」のメールをお届けします。停止は、メールのリンクからいつでもできます。`,
    notYou: 'お心当たりがなければ、このまま閉じてください。メールは届きません。',
  },
  en: {
    stopTitle: (topic) => `Stop mails about “${topic}”?`,
    stop: 'Stop these mails',
    stopped: (topic) => `You will get no more mails about “${topic}”`,
    stoppedHelp: 'We will not send you these mails any more.',
    again: 'Get them again',
    againDone: (topic) => `You will get mails about “${topic}” again`,
    others: 'Choose which other mails you get',
    title: 'Your mails',
    save: 'Save these choices',
    saved: 'Your choices are saved.',
    all: 'Stop all of them',
    allDone: 'All of these mails are stopped.',
    undo: 'Undo',
    needed: 'What you need to know about an order or your account is sent whatever you choose here.',
    gone: 'This page cannot be opened',
    goneHelp: 'The link seems to be incomplete. Please try the link in the mail again.',
    confirmTitle: (topic) => `Would you like mails about “${topic}”?`,
    confirm: 'Yes, send them',
    confirmed: 'Thank you for signing up',
    confirmedHelp: (topic) => `You will get mails about “${topic}”. A link in each of them stops them at any time.`,
    notYou: 'If this was not you, close this page. No mails will come.',
  },
};
