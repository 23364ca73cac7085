/** Words that often promise more than a shop may, with why. A list to think by, not legal advice. */
export interface LegalWords {
  /** Each without blanks; Latin letters in lower case. */
  words: readonly string[];
  why: { ja: string; en: string };
}

/**
 * 薬機法 66条・68条 with 医薬品等適正広告基準 (what cosmetics, foods and the like cannot claim), 景品表示法 5条 (better or
 * cheaper than it is), 特定商取引法 12条 (exaggeration).
 */
export const LEGAL_WORDS: readonly LegalWords[] = [
  {
    words: ['治る', '治す', '治療', '完治', '病気が', '病気を予防', '血圧が下が', '血糖値が下が', '免疫力', 'がんに'],
    why: {
      ja: '医薬品ではない商品で、病気が治る・防げると受け取られる言い方はできません（薬機法66条・68条）',
      en: 'goods that are no medicine cannot claim to cure or prevent (薬機法 66, 68)',
    },
  },
  {
    words: [
      '若返',
      'シミが消',
      'しみが消',
      'シワが消',
      'しわが消',
      'アンチエイジング',
      '細胞から',
      '脂肪を燃焼',
      '脂肪が燃',
    ],
    why: {
      ja: '化粧品や食品で言える効能の範囲を超えます（薬機法66条、医薬品等適正広告基準）',
      en: 'this is more than cosmetics and foods may claim (薬機法 66)',
    },
  },
  {
    words: [
      '副作用がない',
      '副作用なし',
      '副作用の心配',
      '絶対に安全',
      '100%安全',
      '効果を保証',
      '必ず効',
      '必ず痩せ',
      '必ずやせ',
    ],
    why: {
      ja: '効きめや安全を保証する言い方はできません（薬機法66条、医薬品等適正広告基準）',
      en: 'effect and safety cannot be guaranteed (薬機法 66)',
    },
  },
  {
    words: ['日本一', '世界一', '業界一', 'no.1', 'no1', 'ナンバーワン', '史上最高', '世界初', '日本初', '満足度100%'],
    why: {
      ja: '調査などの客観的な根拠と、その出どころの表示が要ります（景品表示法5条1号 優良誤認）',
      en: 'this needs proof, and the mail has to say which (景品表示法 5)',
    },
  },
  {
    words: ['通常価格', '当店通常', 'メーカー希望小売価格', '定価の', '最安値', '地域最安', 'どこよりも安'],
    why: {
      ja: '比べる価格に、最近まで売っていたなどの実績と根拠が要ります（景品表示法5条2号 有利誤認）',
      en: 'a price to compare with needs recent sales at that price (景品表示法 5)',
    },
  },
  {
    words: [
      'miracle cure',
      'cures ',
      'clinically proven',
      'no side effects',
      'risk-free',
      'guaranteed results',
      '#1 in',
    ],
    why: {
      ja: '効きめや順位を言い切るには客観的な根拠が要ります',
      en: 'such a promise needs proof',
    },
  },
];
