import type { Suppressed } from '@tabiji/shared/api/suppressions.ts';
import type { SuppressionReason } from '@tabiji/shared/sending/suppression.ts';
import type { Db } from '../../db/database.ts';
import { inWorkspace } from '../../db/in-workspace.ts';
import { fieldNamed, plainName } from '../../imports/fields.ts';
import { openRows } from '../../imports/read/rows.ts';
import { suppress, type Suppress } from './suppressions.sql.ts';

const BATCH = 5_000;
const MOST_REFUSED = 20;
const REASON_COLUMNS = new Set(['reason', 'type', 'status', '理由', '種別', '状態', '区分'].map(plainName));

/**
 * Takes a list of old refusals and bounces in, before the first mail goes: one address a row, and where there is such a
 * column the reason. Batches of 5,000; the same file again changes nothing.
 * @throws AppError `invalid` when it is no table
 */
export async function importSuppressions(
  db: Db,
  workspaceId: number,
  file: AsyncIterable<Uint8Array>,
  { actor }: { actor: string },
): Promise<Suppressed> {
  const isName = (cell: string) => isAddressColumn(cell) || REASON_COLUMNS.has(plainName(cell));
  const { detected, rows } = await openRows(file, { isName });
  const address = detected.names.findIndex(isAddressColumn);
  const reason = detected.names.findIndex((name) => REASON_COLUMNS.has(plainName(name)));
  const refused: Suppressed['refused'] = [];
  let suppressed = 0;
  let batch: Suppress[] = [];
  const store = async () => {
    const taken = batch;
    batch = [];
    suppressed += await inWorkspace(db, workspaceId, (trx, here) => suppress(trx, here, taken));
  };
  for await (const { line, cells } of rows) {
    const found = (address >= 0 ? cells[address] : cells.find((cell) => cell.includes('@')))?.trim() ?? '';
    if (!/^[^@\s]+@[^@\s]+$/.test(found)) {
      if (refused.length < MOST_REFUSED) refused.push({ line, text: found || (cells[0] ?? '') });
      continue;
    }
    batch.push({ address: found, reason: reasonOf(reason >= 0 ? cells[reason] : undefined), actor });
    if (batch.length === BATCH) await store();
  }
  await store();
  return { suppressed, refused };
}

const isAddressColumn = (name: string): boolean => fieldNamed('customers', name) === 'email';

/** What the words of other systems mean; a row without a reason is a refusal. */
function reasonOf(text = ''): SuppressionReason {
  if (/bounce|invalid|不達|バウンス|エラー|宛先不明|無効/i.test(text)) return 'hard_bounce';
  return /complain|spam|abuse|迷惑|苦情/i.test(text) ? 'complaint' : 'import';
}
