export const gate = {
  domain: {
    link: '{{domain}} の直し方を見る',
    bar: '{{domain}} のメールの設定（DNS）に問題が起きています。',
    barMany: '{{count}}件のドメインでメールの設定（DNS）に問題が起きています。',
  },
  hold: {
    since: '{{at}} から問題が続いています。',
    effect: 'この問題がある間、このドメインから送る販促のジャーニーと一斉配信は公開できません。',
    accept: 'それでも送る',
    title: '{{domain}} から、それでも送りますか',
    body: 'Gmail・Yahoo!・Outlook・携帯各社に拒まれたり、迷惑メールになったりすることがあります。メールサーバーの会社が署名を付けているなど、問題がないと分かっているときだけ続けてください。誰が、いつ、なぜ決めたかは記録に残ります。',
    note: '送る理由',
    noteHelp: '例: メールサーバーの会社が署名を付けている',
    noteMissing: '理由を入れてください。',
    accepted: '{{at}} に {{by}} が「それでも送る」と決めました: {{note}}',
    takeBack: '取り消す',
  },
} as const;
