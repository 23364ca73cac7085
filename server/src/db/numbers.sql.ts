import { sql } from 'kysely';
import type { Trx } from './database.ts';

/** Numbers of facts, ascending in order of arrival: taken while the customers concerned are locked. */
export const nextFactNumbers = (trx: Trx, count: number): Promise<number[]> => next(trx, 'fact_number', count);

/** Ids for customers, enrollments, messages and letters. */
export const nextRowNumbers = (trx: Trx, count: number): Promise<number[]> => next(trx, 'row_number', count);

async function next(trx: Trx, sequence: 'fact_number' | 'row_number', count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select nextval(${sequence}::regclass) as id from generate_series(1, ${count})`.execute(trx);
  return rows.map(({ id }) => id);
}
