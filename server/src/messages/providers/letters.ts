import type { Here } from '../../db/in-workspace.ts';
import type { Store } from '../../engine/store.ts';
import type { LinkBase } from '../../preferences/mail-links.ts';
import type { CompiledTemplate } from '../../templates/render-liquid.ts';
import type { Due } from '../due-mail.sql.ts';
import { compose } from '../compose.ts';
import { Desk } from '../desk.ts';
import { type Finished, finished, type Pinned, type Round } from '../due.ts';
import { spellOut } from '../parts.ts';
import { finish } from '../finish.ts';
import { judge } from '../judge.ts';
import type { NewLetter } from '../letters.sql.ts';
import { orderItems, versionIds } from '../order-items.ts';

const BATCH = 200;

/** Hears of every mail that was written, and from what. */
export type OnWritten = (row: Due, pinned: Pinned, template: CompiledTemplate) => void;

/** The default provider: mails are kept in the database, to be read in the app. One transaction, so exactly once. */
export async function keepLetters(
  store: Store,
  here: Here,
  limit: number,
  base: LinkBase,
  onWritten?: OnWritten,
): Promise<Round> {
  const size = Math.min(limit, BATCH);
  const due = await store.sending.lockDue(size);
  const { go, settled, more } = await judge(store, here, due, { needsAddress: true, claimed: false });
  const versions = await store.sending.templates(versionIds(go.map((one) => one.due)));
  const desk = new Desk(here, {
    base,
    senders: await store.sending.senders(),
    asking: go.length > 0 ? await store.sending.asking() : undefined,
    items: await orderItems(
      store,
      go.map((one) => one.due),
      versions,
    ),
  });
  const letters: NewLetter[] = [];
  const results: Finished[] = [...settled];
  for (const { due: row } of go) {
    const pinned = row.pinned ?? spellOut(desk.partsFor(row), row.id, here);
    const template = versions.get(row.templateVersion ?? 0);
    const mail = compose(row, pinned, template, here.id);
    if ('failed' in mail) {
      results.push(finished(row, 'failed', { because: mail.failed }));
      continue;
    }
    if (template) onWritten?.(row, pinned, template);
    letters.push({ ...mail, id: row.id, customerId: row.customerId, journeyId: row.journeyId, template: row.template });
    results.push(finished(row, 'sent', { subject: mail.subject }));
  }
  await store.sending.keep(letters);
  await finish(store, here, results);
  return { handed: results.length, more: more || due.length === size };
}
