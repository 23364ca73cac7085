/** Products in mails: what they recommend, and what is not recommended for now. */
export const products = {
  hint: '商品コードを選ぶか入力',
  offer: {
    label: '勧める商品',
    help: 'このメールで案内する商品です。買ったばかりのお客様と、案内を止めている商品には送りません。',
    days: '購入後に送らない期間',
    daysHelp: 'この期間にどれかを買ったお客様には、販促メールとして送りません。',
    daysWrong: '1〜730 の整数で入れてください。',
    unit: '日間',
  },
  paused: {
    title: '案内を止める商品',
    label: '欠品・回収などの商品',
    help: 'これらの商品を勧める販促メールは、ここから外すまで待ちます。注文の手続きのメールは送ります。',
    waiting: '待っているメール：{{count}}通。外すと、すぐに送れるものから送ります。',
  },
} as const;
