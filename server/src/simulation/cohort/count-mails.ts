import type { Here } from '../../db/in-workspace.ts';
import type { Store } from '../../engine/store.ts';
import { finished, type Round } from '../../messages/due.ts';
import { finish } from '../../messages/finish.ts';
import { judge } from '../../messages/judge.ts';

/** Judges mails as the mailbox does, and counts them as sent without writing them: nobody reads those of a cohort. */
export async function countMails(store: Store, here: Here, limit: number): Promise<Round> {
  const due = await store.sending.lockDue(limit);
  const { go, settled, more } = await judge(store, here, due, { needsAddress: true, claimed: false });
  const sent = go.map(({ due: row }) =>
    row.templateVersion === null ? finished(row, 'failed', { because: 'template_missing' }) : finished(row, 'sent'),
  );
  const results = [...settled, ...sent];
  await finish(store, here, results);
  return { handed: results.length, more: more || due.length === limit };
}
