import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { loadVersions } from '../../templates/templates.sql.ts';
import { lockDue } from '../claim.sql.ts';
import { compose, pinnedFor } from '../compose.ts';
import { type Finished, finished, refused, type Round } from '../due.ts';
import { finish } from '../finish.sql.ts';
import { insertLetters, type NewLetter } from '../letters.sql.ts';
import { maySend } from '../may-send.ts';

const BATCH = 200;

/** The default provider: mails are kept in the database, to be read in the app. One transaction, so exactly once. */
export async function keepLetters(trx: Trx, here: Here, limit: number): Promise<Round> {
  const size = Math.min(limit, BATCH);
  const due = await lockDue(trx, here, size);
  const versions = await loadVersions(trx, here, versionIds(due));
  const letters: NewLetter[] = [];
  const results: Finished[] = [];
  for (const row of due) {
    const verdict = maySend(row.check, { address: true });
    if ('refused' in verdict) {
      results.push(refused(row, verdict.refused));
      continue;
    }
    const mail = compose(row, pinnedFor(row, here), versions.get(row.templateVersion ?? 0), here.id);
    if ('failed' in mail) {
      results.push(finished(row, 'failed', { because: mail.failed }));
      continue;
    }
    letters.push({ ...mail, id: row.id, customerId: row.customerId, journeyId: row.journeyId, template: row.template });
    results.push(finished(row, 'sent', { subject: mail.subject }));
  }
  await insertLetters(trx, here, letters);
  await finish(trx, here, results);
  return { handed: results.length, more: due.length === size };
}

/** The distinct template versions of some mails. */
export const versionIds = (rows: readonly { templateVersion: number | null }[]): number[] =>
  [...new Set(rows.map((row) => row.templateVersion))].filter((id) => id !== null);
