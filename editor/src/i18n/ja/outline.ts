export const outline = {
  title: 'アウトライン',
  footer: '表示の切り替え',
  view: '表示',
  canvas: 'キャンバス',
  outline: 'アウトライン',
  comma: '、',
  steps: '{{count, number}}手順',
  merge: '合流：{{name}}（{{count, number}}つの道から）',
  onwards: '続き：{{name}}',
  back: '戻る：{{name}}',
  add: '次の手順を追加',
} as const;
