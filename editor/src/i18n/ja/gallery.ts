export const gallery = {
  title: '新しいジャーニー',
  about: '空から描くか、すぐに動かせる十二の道から選びます。選んだ道は、見本の人で試した状態で開きます。',
  empty: '空から',
  list: '用意された道',
  close: '閉じる',
  mails: 'メール{{count, number}}通',
  toWrite: '「{{mails}}」は、【 】の所を書いてから公開してください。',
  listOf: '」「',
  failed: 'ジャーニーを作れませんでした',
} as const;
