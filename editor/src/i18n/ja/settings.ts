export const settings = {
  title: '設定',
  workspace: {
    title: 'ワークスペース',
    name: '名前',
    timeZone: 'タイムゾーン',
    timeZoneHelp: '送信時刻と「時刻のない日付」（12:00として扱います）はこの地域の時刻で数えます。',
  },
  mail: {
    title: 'メールの送信',
    provider: '配信サービス',
    providerHelp: '「レター」は外へ送らず、「送ったメール」のページに届けます。',
    providers: {
      letters: 'レター（この中だけに届く）',
      smtp: 'SMTP サーバー',
      resend: 'Resend',
      counting: '数えるだけ（検証用）',
    },
    senderName: '差出人の名前',
    senderNameHelp: '受信箱に表示される名前です。例: みつや 店長',
    senderAddress: '差出人のメールアドレス',
    senderAddressHelp: '返信もこのアドレスに届きます。',
  },
  display: { title: '表示', help: 'このブラウザーにだけ保存されます。' },
  required: '入れてください。',
  addressWrong: 'メールアドレスの形ではありません。例: shop@example.jp',
  unchanged: '変更がないので保存できません。',
} as const;
