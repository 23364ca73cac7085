import type { SegmentCount } from '@tabiji/shared/api/segments.ts';
import type { Condition } from '@tabiji/shared/conditions/condition.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Locale, Words } from '@tabiji/shared/locale.ts';
import { nameOf } from '../customers/pages.sql.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import { findShop } from '../engine/shop.sql.ts';
import { countMet, limitStatements, samplesOf } from './count.sql.ts';
import { refuseWrong } from './save-segment.ts';
import { conditionSql } from './to-sql.ts';

const MOST_SAMPLES = 8;
const LONGEST_MS = 5000;
const CANCELED = '57014';
const TOO_LONG: Words = {
  ja: '数えるのに5秒以上かかるため中止しました。このまま保存できます。該当する顧客は保存後に裏で調べます。',
  en: 'Counting took longer than 5 seconds and was stopped. You can save the segment all the same: its customers are found in the background.',
};

/**
 * How many customers meet a condition now, with a few of them. Nothing else can be done in the transaction afterwards
 * when it throws.
 * @throws AppError `invalid` for a condition no segment can have; `unavailable` when counting takes longer than 5 seconds
 */
export async function countSegment(trx: Trx, here: Here, condition: Condition, locale: Locale): Promise<SegmentCount> {
  refuseWrong(condition, locale);
  await limitStatements(trx, LONGEST_MS);
  try {
    const { cpm } = await findShop(trx, here.id);
    const asked = conditionSql(condition, { ...here, cpm });
    const { count, total, sampleIds } = await countMet(trx, here.id, asked, MOST_SAMPLES);
    const samples = await samplesOf(trx, here.id, sampleIds);
    return {
      count,
      total,
      samples: samples.map((row) => ({ id: row.id, name: nameOf(row), externalId: row.external_id })),
    };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === CANCELED)) throw error;
    throw new AppError('unavailable', TOO_LONG[locale], { cause: error });
  }
}
