import type { Here } from '../../db/in-workspace.ts';
import type { Store } from '../../engine/store.ts';
import type { LinkBase } from '../../preferences/mail-links.ts';
import { compose, pinnedFor } from '../compose.ts';
import { type Finished, finished, type Round } from '../due.ts';
import { finish } from '../finish.ts';
import { judge } from '../judge.ts';
import type { NewLetter } from '../letters.sql.ts';
import { orderItems, versionIds } from '../order-items.ts';

const BATCH = 200;

/** The default provider: mails are kept in the database, to be read in the app. One transaction, so exactly once. */
export async function keepLetters(store: Store, here: Here, limit: number, base: LinkBase): Promise<Round> {
  const size = Math.min(limit, BATCH);
  const due = await store.sending.lockDue(size);
  const { go, settled, more } = await judge(store, here, due, { needsAddress: true, claimed: false });
  const versions = await store.sending.templates(versionIds(go.map((one) => one.due)));
  const desk = {
    base,
    senders: await store.sending.senders(),
    asking: go.length > 0 ? await store.sending.asking() : undefined,
    items: await orderItems(
      store,
      go.map((one) => one.due),
      versions,
    ),
  };
  const letters: NewLetter[] = [];
  const results: Finished[] = [...settled];
  for (const { due: row } of go) {
    const mail = compose(row, pinnedFor(row, here, desk), versions.get(row.templateVersion ?? 0), here.id);
    if ('failed' in mail) {
      results.push(finished(row, 'failed', { because: mail.failed }));
      continue;
    }
    letters.push({ ...mail, id: row.id, customerId: row.customerId, journeyId: row.journeyId, template: row.template });
    results.push(finished(row, 'sent', { subject: mail.subject }));
  }
  await store.sending.keep(letters);
  await finish(store, here, results);
  return { handed: results.length, more: more || due.length === size };
}
