/** Languages of a mail. */
export const languages = {
  title: 'このメールの言語',
  shown: '書いている言語：',
  main: '基本',
  add: '言語を追加',
  copy: '{{language}}版を写して作る',
  makeMain: '{{language}}を基本の言語にする',
  remove: '{{language}}版を削除する',
  gets: 'この顧客には{{language}}版が届きます。',
  look: '{{language}}版を見る',
} as const;
