import type { ShownMail } from '@tabiji/shared/api/release.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { pgStore } from '../../engine/pg-store.ts';
import { compose } from '../../messages/compose.ts';
import { Desk } from '../../messages/desk.ts';
import { orderItems, versionIds } from '../../messages/order-items.ts';
import { spellOut } from '../../messages/parts.ts';
import { readWaiting } from '../../messages/waiting.sql.ts';
import type { LinkBase } from '../../preferences/mail-links.ts';
import { fatesOf } from './fate.ts';
import { waitingMail } from './waiting.ts';

/**
 * A waiting mail as the sender would write it to its own reader now; only that it tells nobody of clicks and opens.
 * @throws AppError `not_found` for one that does not wait, or not any more
 */
export async function showMail(
  trx: Trx,
  here: Here,
  { journeyId, id, base }: { journeyId: number; id: number; base: LinkBase },
): Promise<ShownMail> {
  const [due] = await readWaiting(trx, here, journeyId, { ids: [id] });
  if (!due) throw new AppError('not_found', `Mail ${id} does not wait for a release.`);
  const store = pgStore(trx, here);
  const templates = await store.sending.templates(versionIds([due]));
  const desk = new Desk(
    { ...here, tracking: { clicks: false, opens: false } },
    {
      base,
      senders: await store.sending.senders(),
      asking: await store.sending.asking(),
      items: await orderItems(store, [due], templates),
    },
  );
  const pinned = due.pinned ?? spellOut(desk.partsFor(due), due.id, here);
  const mail = compose(due, pinned, templates.get(due.templateVersion ?? 0), here.id);
  const about = waitingMail(due, (await fatesOf(trx, here, [due])).get(id)!);
  const from = `${pinned.from.name} <${pinned.from.address}>`;
  if ('failed' in mail) return { ...about, from, subject: '', html: '', text: '', problem: mail.failed };
  return { ...about, from, subject: mail.subject, html: mail.html.text, text: mail.text, problem: null };
}
