export const modes = {
  label: '表示の切り替え',
  design: '設計',
  test: 'テスト',
  results: '実績',
  notRunning: '公開すると、実績が見られます',
  badge: 'テスト',
  frame: 'テスト中です。ここで何をしても、送信や変更は起こりません。',
  readOnly: {
    test: 'テスト中は変更できません。',
    results: '実績の表示中は変更できません。',
  },
  act: {
    rehearse: 'ジャーニー全体を自分に送る…',
    test: 'テストする',
    design: '設計に戻す',
    isTest: 'もうテスト中です。',
    isDesign: 'もう設計の表示です。',
  },
  toDesign: '設計に戻る',
  panel: {
    test: 'テスト',
    results: '実績',
  },
  active: '今このジャーニーにいる人：{{count, number}}名',
} as const;
