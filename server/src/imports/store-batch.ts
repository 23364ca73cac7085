import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { pgStore } from '../engine/pg-store.ts';
import { ingest } from '../events/ingest.ts';
import { MOST_AHEAD } from '../events/told-at.ts';
import type { ImportWork } from './imports.sql.ts';
import { nextOrdinals } from './ordinals.sql.ts';
import type { Parsed } from './parse-row.ts';
import { insertRefusals, type RefusedRow } from './refusals.sql.ts';
import { Refused } from './refusal.ts';
import { withOrdinal } from './row-key.ts';
import { unchangedCustomers } from './unchanged.sql.ts';

type Accepted = Extract<Parsed, { reason: null }>;

export interface BatchResult {
  stored: number;
  unchanged: number;
  refused: number;
}

/** Stores the rows of one batch and keeps the refused ones with their reasons; all of it or nothing. */
export async function storeBatch(
  trx: Trx,
  here: Here,
  work: Pick<ImportWork, 'id' | 'options'>,
  batch: readonly Parsed[],
): Promise<BatchResult> {
  const refused = batch.flatMap(({ line, raw, reason }): RefusedRow[] => (reason ? [{ line, reason, row: raw }] : []));
  const refuse = ({ line, raw }: Accepted, reason: Words) => refused.push({ line, reason, row: raw });
  const accepted = (await numbered(trx, here, work.id, batch)).filter((row) => {
    const ahead = isAhead(row.fact, here);
    if (ahead) refuse(row, ahead.reason);
    return !ahead;
  });
  const unchanged = await unchangedRows(trx, here, accepted);
  const changing = accepted.filter((_, position) => !unchanged.has(position));
  const { stored, duplicates, conflicts } = await ingest(
    pgStore(trx, here),
    here,
    changing.map(({ fact }) => fact),
    { startJourneys: work.options.startJourneys },
  );
  for (const position of conflicts) refuse(changing[position]!, CONFLICT);
  await insertRefusals(trx, here.id, work.id, refused);
  return { stored, unchanged: duplicates + unchanged.size, refused: refused.length };
}

const CONFLICT: Words = {
  ja: '同じIDのイベントが別の内容で登録済みです。内容を変えるには別のIDを付けてください。',
  en: 'An event with this id was received before with other content. Give a changed event an id of its own.',
};

/** Rows without an id get one from their content and from how many identical ones came before in the file. */
async function numbered(trx: Trx, here: Here, importId: number, batch: readonly Parsed[]): Promise<Accepted[]> {
  const accepted = batch.filter((row) => row.reason === null);
  const keyed = accepted.flatMap(({ key }) => (key === null ? [] : [key]));
  const ordinals = (await nextOrdinals(trx, here.id, importId, keyed)).values();
  return accepted.map((row) => {
    if (row.key === null) return row;
    return { ...row, fact: withOrdinal(row.fact, row.key, ordinals.next().value ?? 0) };
  });
}

function isAhead(fact: Fact, here: Here): Refused | null {
  if (!('at' in fact) || fact.at === undefined || Date.parse(fact.at) <= here.now + MOST_AHEAD) return null;
  return new Refused('at', fact.at, { ja: '未来の日時です。', en: 'lies in the future.' });
}

/** Rows that tell of customers what is known; where several rows tell of one customer, all of them must. */
async function unchangedRows(trx: Trx, here: Here, rows: readonly Accepted[]): Promise<Set<number>> {
  const told = rows.flatMap(({ fact }) => {
    if (fact.type !== 'identify') return [];
    const { type: _type, ...identify } = fact;
    return [identify];
  });
  const same = await unchangedCustomers(trx, here.id, told);
  const changed = new Set(told.filter((_, position) => !same.has(position)).map(({ customer }) => customer));
  return new Set([...same].filter((position) => !changed.has(told[position]?.customer ?? '')));
}
