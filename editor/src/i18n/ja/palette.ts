export const palette = {
  title: 'コマンドパレット',
  search: '操作・手順・ジャーニー・顧客を探す',
  nothing: '見つかりません。別の言葉で探してください。',
  nodes: 'このジャーニーの手順',
  journeys: 'ジャーニー',
  customers: '顧客',
  pages: 'ページ',
  find: {
    title: 'ジャーニー内の検索',
    search: '名前・件名・メモで探す',
    nothing: '見つかりません',
    count: '{{all, number}}件中{{at, number}}件目',
    next: '次へ',
    last: '前へ',
    close: '検索を閉じる',
  },
} as const;
