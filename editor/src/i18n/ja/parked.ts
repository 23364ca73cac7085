export const parked = {
  button: 'エラーで停止 {{count, number}}名',
  title: 'エラーで止まっている人',
  about: '{{count, number}}名が止まっています。決めるまで、この人たちには何も起きません。',
  none: '止まっている人はいません。',
  at: '「{{node}}」で{{count, number}}名',
  retry: 'やり直す',
  skip: '飛ばす',
  move: '別の手順へ移す',
  exit: '終了する',
  who: '止まっている人（押すと理由が見られます）',
  between: '、',
  more: '、ほか{{count, number}}名',
  done: '{{count, number}}名に行いました',
  doneSome: '{{count, number}}名に行いました。{{left, number}}名はまだ止まっています。',
  failed: 'できませんでした',
  ask: {
    skip: {
      title: 'この手順を飛ばしますか',
      body: '{{count, number}}名が「{{node}}」をしないで、次の手順へ進みます。元に戻せません。',
      verb: '飛ばす',
    },
    move: {
      title: '別の手順へ移しますか',
      body: '{{count, number}}名が「{{node}}」から「{{target}}」へ移り、そこから進みます。元に戻せません。',
      verb: '移す',
    },
    exit: {
      title: 'ジャーニーを終了しますか',
      body: '{{count, number}}名がこのジャーニーを終了します。まだ送っていないメールは取り消されます。元に戻せません。',
      verb: '終了する',
    },
  },
} as const;
