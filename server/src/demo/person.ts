import type { Identify } from '@tabiji/shared/api/facts.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { FIRST_NAMES, LAST_NAMES } from './names.ts';
import { PLACES } from './places.ts';
import type { Random } from './random.ts';

/** A customer of the demo's shop. */
export interface Person {
  identity: Identify;
  /** Orders by telephone and has given no mail address. */
  byTelephone: boolean;
}

const WAYS = ['検索', 'SNS広告', '紹介', 'チラシ', '雑誌'] as const;
const WAY_WEIGHTS = [34, 26, 14, 10, 6];

/** Who a customer is. Addresses of mail lead nowhere, and so do the telephone numbers. */
export function makePerson(random: Random, number: number, joinedAt: Millis): Person {
  const age = Math.min(88, Math.max(22, Math.round(53 + 14 * random.normal())));
  const born = new Date(joinedAt).getUTCFullYear() - age;
  const birthday = `${born}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
  const female = random.chance(0.8);
  const names = FIRST_NAMES.find(({ until }) => born <= until)!;
  const last = random.weighted(LAST_NAMES, (_, i) => 1 / (i + 6));
  const first = random.weighted(female ? names.female : names.male, (_, i) => 1 / (i + 4));
  const place = random.weighted(PLACES, ({ inhabitants }) => inhabitants);
  const byTelephone = random.chance(age >= 65 ? 0.18 : 0.03);
  const domain = random.chance(0.6) ? 'example.com' : 'example.jp';
  const identity = {
    customer: `C${String(number).padStart(5, '0')}`,
    email: byTelephone ? null : `${first.romaji}.${last.romaji}${number}@${domain}`,
    phone: byTelephone || random.chance(0.7) ? `090-0000-${String(number % 10_000).padStart(4, '0')}` : null,
    lastName: last.written,
    firstName: first.written,
    lastNameKana: last.kana,
    firstNameKana: first.kana,
    attributes: {
      都道府県: place.prefecture,
      市区町村: random.pick(place.towns),
      生年月日: birthday,
      性別: female ? '女性' : '男性',
      購入区分: '通常',
      入会経路: random.weighted(WAYS, (_, i) => WAY_WEIGHTS[i]!),
    },
  };
  return { identity, byTelephone };
}

const two = (number: number) => String(number).padStart(2, '0');
