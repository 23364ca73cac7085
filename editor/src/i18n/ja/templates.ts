export const templates = {
  title: 'テンプレート',
  about: 'メールの文面です。ブロックを並べて書き、「差し込み」で顧客ごとの値を入れます。MJML でも書けます。',
  brand: '見た目の設定',
  create: '新規テンプレート',
  between: '・',
  columns: { name: '名前', subject: '件名', languages: '言語', key: 'キー', updated: '更新' },
  empty: {
    title: '最初のメールを書きましょう',
    body: 'テンプレートはジャーニーの「メール」から送られます。文面はその場で確かめながら書けます。',
  },
} as const;
