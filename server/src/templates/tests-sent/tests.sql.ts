import type { TestSent } from '@tabiji/shared/api/test-sends.ts';
import type { Provider } from '@tabiji/shared/api/workspace.ts';
import type { Trx } from '../../db/database.ts';
import type { Here } from '../../db/in-workspace.ts';

/** Of which template a test was, and by which service it went or was to go. */
interface TestOf {
  id: number;
  template: string;
  provider: Provider;
}

/** Keeps who got a test of which template. */
export async function keepTest(
  trx: Trx,
  here: Here,
  { id, template, provider, to, shownAs, state, because, subject, at }: TestSent & TestOf,
): Promise<void> {
  await trx
    .insertInto('test_send')
    .values({
      workspace_id: here.id,
      id,
      template,
      recipient: to,
      shown_as: shownAs,
      subject,
      provider,
      state,
      because,
      sent_at: new Date(at),
    })
    .execute();
}

/** The last tests of a template, newest first. */
export async function lastTests(trx: Trx, here: Here, template: string): Promise<TestSent[]> {
  const rows = await trx
    .selectFrom('test_send')
    .select(['recipient', 'shown_as', 'state', 'because', 'subject', 'sent_at'])
    .where('workspace_id', '=', here.id)
    .where('template', '=', template)
    .orderBy('id', 'desc')
    .limit(20)
    .execute();
  return rows.map(({ recipient, shown_as, state, because, subject, sent_at }) => ({
    to: recipient,
    shownAs: shown_as,
    state,
    because,
    subject,
    at: sent_at.toISOString(),
  }));
}
