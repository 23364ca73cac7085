import type { Locale } from '@tabiji/shared/locale.ts';
import { localMillis } from '@tabiji/shared/time.ts';
import type { Db } from '../../db/database.ts';
import { type Here, inWorkspace } from '../../db/in-workspace.ts';
import { csvCell } from '../../imports/csv.ts';
import { getJourney } from '../journeys.sql.ts';
import type { Chosen } from './chosen.sql.ts';
import { type By, keepIntervention } from './interventions.sql.ts';
import { personOf, wordsFor } from './people-page.ts';
import { countPeople, listPeople } from './people.sql.ts';

const ROWS_AT_ONCE = 1000;

/** With the mark by which spreadsheets know UTF-8. */
const HEAD: Readonly<Record<Locale, string>> = {
  ja: '\uFEFF"顧客番号","名前","バージョン","手順","入った日時","次に進む予定","状態","エラー"\r\n',
  en: '\uFEFF"customer","name","version","step","entered","goes on","state","error"\r\n',
};

/** Who takes which names out of the house is kept, before the first of them is given out. @throws AppError `not_found` */
export async function keepExport(
  db: Db,
  workspaceId: number,
  journeyId: number,
  chosen: Chosen,
  by: By,
): Promise<void> {
  await inWorkspace(db, workspaceId, async (trx, here) => {
    await getJourney(trx, here.id, journeyId);
    const people = await countPeople(trx, here, journeyId, chosen);
    await keepIntervention(trx, here, { journeyId, action: 'export', by, chosen, people, enrollments: [] });
  });
}

/** The people inside a journey as a file for a spreadsheet, piece by piece; times by the clock of the workspace. */
export async function* peopleFile(
  db: Db,
  workspaceId: number,
  journeyId: number,
  who: Chosen,
  locale: Locale,
): AsyncGenerator<Uint8Array> {
  yield Buffer.from(HEAD[locale]);
  for (let after: string | undefined; ;) {
    const from = after;
    const rows = await inWorkspace(db, workspaceId, async (trx, here) => {
      const page = await listPeople(trx, here, journeyId, who, { sort: 'entered', after: from, limit: ROWS_AT_ONCE });
      const words = await wordsFor(trx, here, journeyId, page);
      return page.map((row) => ({ cursor: row.cursor, line: lineOf(personOf(row, words), here, locale) }));
    });
    if (rows.length === 0) return;
    yield Buffer.from(rows.map(({ line }) => line).join(''));
    after = rows.at(-1)!.cursor;
  }
}

function lineOf(one: ReturnType<typeof personOf>, here: Here, locale: Locale): string {
  const local = (at: string | null) =>
    at === null ? '' : new Date(localMillis(Date.parse(at), here.zone)).toISOString().slice(0, 16).replace('T', ' ');
  const { node, until, state, error } = one.now;
  const cells = [
    one.customer,
    one.name,
    one.version,
    node.title[locale],
    local(one.enteredAt),
    local(until),
    state,
    error,
  ];
  return `${cells.map((cell) => csvCell(String(cell ?? ''))).join()}\r\n`;
}
