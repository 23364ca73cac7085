import type { EnrolledFile } from '@tabiji/shared/api/enroll-file.ts';
import type { Db } from '../db/database.ts';
import { inWorkspace } from '../db/in-workspace.ts';
import { openRows } from '../imports/read/rows.ts';
import { enrollByHand } from './enroll-by-hand.ts';

const PAGE = 1000;
const MOST_REFUSED_SHOWN = 1000;
const NAMES = /^(customer|customer[ _-]?id|id|external[ _-]?id|顧客|顧客番号|顧客id|会員番号)$/i;

/**
 * Lets customers in by hand whose ids stand in a file: in the column called customer (顧客番号 …), else in the first. A
 * thousand rows are one transaction; told again, those who are in already are refused by the re-entry rule.
 * @throws AppError `invalid` for what is no table, `refused` when the journey does not start by hand
 */
export async function enrollFile(
  db: Db,
  workspaceId: number,
  journeyId: number,
  file: AsyncIterable<Uint8Array>,
): Promise<EnrolledFile> {
  const { detected, rows } = await openRows(file, { isName: (cell) => NAMES.test(cell.trim()) });
  const named = detected.names.findIndex((name) => NAMES.test(name.trim()));
  const column = Math.max(0, named);
  const done: EnrolledFile = { enrolled: 0, refused: [], refusedTotal: 0 };
  const refuse = (refused: EnrolledFile['refused']) => {
    done.refusedTotal += refused.length;
    done.refused.push(...refused.slice(0, MOST_REFUSED_SHOWN - done.refused.length));
  };
  const letIn = async (page: ReadonlyMap<string, number>) => {
    if (page.size === 0) return;
    const { enrolled, refused } = await inWorkspace(db, workspaceId, (trx, here) =>
      enrollByHand(trx, here, journeyId, [...page.keys()]),
    );
    done.enrolled += enrolled;
    refuse(refused.map((one) => ({ ...one, line: page.get(one.customer) ?? 0 })));
  };
  let page = new Map<string, number>();
  // A list of ids alone looks like a table whose first id is a heading.
  if (detected.header && named < 0) page.set(detected.names[column] ?? '', 1);
  for await (const { line, cells, broken } of rows) {
    const customer = cells[column] ?? '';
    if (broken) refuse([{ line, customer, because: broken.en }]);
    else if (customer === '') refuse([{ line, customer, because: 'The row names no customer.' }]);
    else if (!page.has(customer)) page.set(customer, line);
    if (page.size < PAGE) continue;
    await letIn(page);
    page = new Map();
  }
  await letIn(page);
  return done;
}
