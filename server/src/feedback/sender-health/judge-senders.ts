import { mustPause } from '@tabiji/shared/sending/auto-pause.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';
import { figuresOf } from './figures.sql.ts';
import { pauseSender } from './pauses.sql.ts';
import { type SenderNews, tallyNews } from './tally.sql.ts';

/** Counts news about mails, and stops the promotional mails of senders of whom too much bad is told. */
export async function judgeSenders(trx: Trx, here: Here, news: readonly SenderNews[]): Promise<void> {
  for (const sender of await tallyNews(trx, here, news)) {
    if (here.pausedSenders.includes(sender)) continue;
    const { lastMails, lastDays } = await figuresOf(trx, here, sender);
    const pause = mustPause([lastMails, lastDays]);
    if (pause) await pauseSender(trx, here, sender, pause);
  }
}
