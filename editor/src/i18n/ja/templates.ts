export const templates = {
  title: 'テンプレート',
  about: 'メールの文面です。MJML で書き、{{example}} のように書いたところに顧客ごとの値が入ります。',
  brand: '見た目の設定',
  create: '新規テンプレート',
  columns: { name: '名前', subject: '件名', key: 'キー', updated: '更新' },
  empty: {
    title: '最初のメールを書きましょう',
    body: 'テンプレートはジャーニーの「メール」から送られます。文面はその場で確かめながら書けます。',
  },
} as const;
