export const drawing = {
  far: '全体図。矢印キーで手順をたどり、+ で近づきます。',
  farAt: '全体図。選んでいる手順：{{title}}。+ で近づきます。',
  map: {
    button: '地図',
    about: '全体の地図。枠は今見えている範囲です。',
    show: '地図を表示する',
    hide: '地図を隠す',
    toggle: '地図を表示する／隠す',
  },
  selection: '選んだ手順に合わせる',
  pill: {
    steps: '{{count, number}}手順',
    waiting: '待機 {{count, number}}',
    open: '「{{name}}」を開く：{{count, number}}手順、待機{{waiting, number}}名',
    fold: '「{{name}}」をたたむ',
  },
  note: {
    add: '付せんを貼る',
    label: '付せん',
    write: 'メモを書く',
    move: '付せんを動かす（矢印キーでも）',
    remove: '付せんを削除する',
  },
  fold: {
    fold: '分岐をたたむ',
    unfold: 'たたんだ分岐を開く',
    nothing: 'ここにたためる分岐はありません。',
    nothingFolded: 'この手順にたたんだ分岐はありません。',
  },
} as const;
