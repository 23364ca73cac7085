/** What the demo's shop sells. All of it is made up. */
export interface Product {
  id: string;
  name: string;
  category: 'お茶' | '健康食品' | 'スキンケア';
  /** Yen, tax included. */
  price: number;
  /** Days that one of them lasts. */
  lasts: number;
  /** How much more (or less) it is bought from month to month, January first. */
  season: readonly number[];
}

const EVEN = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] as const;
const WARMING = [2.2, 2, 1.4, 0.9, 0.6, 0.4, 0.3, 0.3, 0.6, 1.2, 1.7, 2.2] as const;
const COOLING = [0.2, 0.2, 0.4, 0.9, 1.7, 2.4, 2.6, 2.3, 1.3, 0.6, 0.2, 0.2] as const;
const DRY = [1.5, 1.4, 1.2, 1, 0.8, 0.7, 0.6, 0.7, 0.9, 1.1, 1.3, 1.5] as const;

export const TRIAL: Product = {
  id: 'aona-trial',
  name: '青菜つぶ お試し14日分',
  category: '健康食品',
  price: 980,
  lasts: 14,
  season: EVEN,
};

export const PRODUCTS: readonly Product[] = [
  { id: 'bancha', name: 'うたたね番茶 30包', category: 'お茶', price: 1980, lasts: 30, season: EVEN },
  { id: 'yuzu-ginger', name: 'ゆず葉しょうが茶 30包', category: 'お茶', price: 2480, lasts: 30, season: WARMING },
  { id: 'cold-brew', name: '水出し桑の葉茶 30包', category: 'お茶', price: 2180, lasts: 30, season: COOLING },
  { id: 'aona-30', name: '青菜つぶ 30日分', category: '健康食品', price: 4980, lasts: 30, season: EVEN },
  { id: 'rice-soap', name: 'もち米せっけん', category: 'スキンケア', price: 1650, lasts: 45, season: EVEN },
  { id: 'rice-lotion', name: 'もち米しっとり化粧水', category: 'スキンケア', price: 3850, lasts: 45, season: DRY },
  { id: 'rice-cream', name: 'もち米の夜クリーム', category: 'スキンケア', price: 4620, lasts: 60, season: DRY },
];

/** How busy the shop is from month to month: gifts in December, new habits in spring, quiet in February and August. */
export const SHOP_SEASON: readonly number[] = [0.95, 0.8, 1.15, 1.1, 1, 1.05, 1.1, 0.8, 0.95, 1, 1.15, 1.4];
