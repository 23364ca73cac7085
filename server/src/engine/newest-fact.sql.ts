import { sql } from 'kysely';
import type { Trx } from '../db/database.ts';

/** Number of the newest fact that has arrived. */
export async function newestFact(trx: Trx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select last_value as n from fact_number`.execute(trx);
  return rows[0]?.n ?? 0;
}
