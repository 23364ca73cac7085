import type { CpmSettings } from './settings.ts';

/** The ladder a shop begins with (product.md, "CPM, the default"): amounts are 7 × and 21 × a mean order of ¥10,000. */
const GROWTH: CpmSettings = {
  lapsesAfter: 240,
  ranks: [
    { key: 'best', name: { ja: '超優良客', en: 'Best' }, orders: 10, tenure: 365, amount: 210_000 },
    { key: 'loyal', name: { ja: '優良客', en: 'Loyal' }, orders: 5, tenure: 210, amount: 70_000 },
    { key: 'steady', name: { ja: 'こつこつ客', en: 'Steady' }, orders: 3, tenure: 90 },
    { key: 'growing', name: { ja: 'よちよち客', en: 'Growing' }, orders: 2 },
    { key: 'first', name: { ja: '初回客', en: 'First-time' } },
  ],
};

/** The classic ladder of the literature: amount parts コツコツ from the upper two, tenure parts 流行 from 優良. */
const CLASSIC: CpmSettings = {
  lapsesAfter: 240,
  ranks: [
    { key: 'loyal', name: { ja: '優良客', en: 'Loyal' }, orders: 2, tenure: 210, amount: 70_000 },
    { key: 'trend', name: { ja: '流行客', en: 'Trend' }, orders: 2, tenure: 90, tenureBelow: 210, amount: 70_000 },
    { key: 'steady', name: { ja: 'コツコツ客', en: 'Steady' }, orders: 2, tenure: 90, amountBelow: 70_000 },
    { key: 'growing', name: { ja: 'よちよち客', en: 'Growing' }, orders: 2 },
    { key: 'first', name: { ja: '初回客', en: 'First-time' } },
  ],
};

export const CPM_PRESETS = { growth: GROWTH, classic: CLASSIC } as const satisfies Record<string, CpmSettings>;
export type CpmPreset = keyof typeof CPM_PRESETS;
