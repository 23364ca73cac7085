/** What the code editor says by itself, in Japanese; its English is its own. */
export const PHRASES_JA: Readonly<Record<string, string>> = {
  Completions: '候補',
  'Fold line': '行を折りたたむ',
  'Unfold line': '行を開く',
  'folded code': '折りたたんだ部分',
  'Folded lines': '折りたたんだ行',
  'Unfolded lines': '開いた行',
  unfold: '開く',
  to: '〜',
  Diagnostics: '気になるところ',
  'No diagnostics': '気になるところはありません',
  'Control character': '制御文字',
  'Selection deleted': '選択範囲を消しました',
};
