import type { SendingRules } from './rules.ts';

/** Malls by the names that carts and order managers give their orders. */
const WELL_KNOWN = [
  'モール',
  'mall',
  '楽天',
  '楽天市場',
  'rakuten',
  'amazon',
  'アマゾン',
  'yahoo',
  'yahoo!ショッピング',
  'yahooショッピング',
  'ヤフー',
  'ヤフーショッピング',
  'au pay マーケット',
  'wowma',
  'qoo10',
];

/** Channels of malls, in small letters: addresses that were given there may not be used for promotions. */
export const mallChannels = ({ mallChannels: own }: Pick<SendingRules, 'mallChannels'>): string[] =>
  (own ?? WELL_KNOWN).map((channel) => channel.trim().toLowerCase());
