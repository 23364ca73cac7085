import type { MailFigures, RefusalCount } from '@tabiji/shared/api/reports.ts';
import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { AskedIn } from './asked-in.sql.ts';
import { addTo, figuresOf, NO_MAILS, refusalsOf } from './figures.ts';
import { mailCells, type Spot } from './mail-cells.sql.ts';
import { saleCells, stopCells } from './responses.sql.ts';
import { reportSettings } from './settings.sql.ts';
import { spanOf, takeRoom } from './span.sql.ts';

/** Something that is known of some mails. */
export interface Part extends Spot {
  figures: Partial<MailFigures>;
}

/** All that is known of the mails of a report, in as many parts as there are differences. */
export async function gather(
  trx: Trx,
  here: Here,
  asked: AskedIn,
): Promise<{ parts: Part[]; refusals: RefusalCount[] }> {
  await takeRoom(trx);
  const span = await spanOf(trx, here, asked);
  const mails = await mailCells(trx, here, asked, span);
  const sent = span?.sent;
  const sales = sent ? await saleCells(trx, here, { asked, sent, settings: await reportSettings(trx, here) }) : [];
  const stops = sent ? await stopCells(trx, here, asked, sent) : [];
  const parts = [
    ...mails.map((cell) => ({ ...cell, figures: figuresOf(cell) })),
    ...sales.map((cell) => ({ ...cell, figures: { orders: cell.orders, revenue: cell.revenue } })),
    ...stops.map((cell) => ({ ...cell, figures: { unsubscribed: cell.unsubscribed } })),
  ];
  return { parts, refusals: refusalsOf(mails) };
}

/** Sums of parts by a name, in the order in which the names appear first. */
export function sumsBy<K>(parts: readonly Part[], nameOf: (part: Part) => K): Map<K, MailFigures> {
  const sums = new Map<K, MailFigures>();
  for (const part of parts) {
    const name = nameOf(part);
    let sum = sums.get(name);
    if (!sum) sums.set(name, (sum = { ...NO_MAILS }));
    addTo(sum, part.figures);
  }
  return sums;
}

export const sumOf = (parts: readonly Part[]): MailFigures => sumsBy(parts, () => 0).get(0) ?? { ...NO_MAILS };
