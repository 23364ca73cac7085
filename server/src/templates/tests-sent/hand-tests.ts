import type { TestSent } from '@tabiji/shared/api/test-sends.ts';
import type { Db } from '../../db/database.ts';
import { type Here, inWorkspace } from '../../db/in-workspace.ts';
import { nextRowNumbers } from '../../db/numbers.sql.ts';
import type { Handed, Mail } from '../../messages/providers/provider.ts';
import type { SendPorts } from '../../messages/send-ports.ts';
import { sendSingle, type SingleSent } from '../../messages/single/send-single.ts';
import { keepTest } from './tests.sql.ts';

/** A test of a template for one colleague, with the key of its sender; or why there is none. */
export type Sealed = { template: string; to: string; shownAs: string } & (
  | { mail: Mail; sender: string }
  | { failed: string }
);

/**
 * Hands tests over by the providers of their senders, one after the other, and says and keeps what became of each. One
 * that fails keeps no other from going. Every test goes this way: of one mail and of a whole journey.
 */
export async function* handTests(
  ports: SendPorts & { db: Db },
  here: Here,
  tests: readonly Sealed[],
): AsyncGenerator<TestSent, void> {
  const ids = await inWorkspace(ports.db, here.id, (trx) => nextRowNumbers(trx, tests.length));
  const at = new Date(here.realNow).toISOString();
  for (const [index, test] of tests.entries()) {
    const id = ids[index]!;
    const { provider, because } =
      'failed' in test ? notWritten(test, here) : await handed(ports, here.id, { ...test, id });
    const subject = 'mail' in test ? test.mail.subject : '';
    const state = because === null ? 'sent' : 'failed';
    const sent: TestSent = { to: test.to, shownAs: test.shownAs, state, because, subject, at };
    await inWorkspace(ports.db, here.id, (trx) =>
      keepTest(trx, here, { ...sent, id, provider, template: test.template }),
    );
    yield sent;
  }
}

/** By which service it was to go, and why it was not taken; null when it was. */
type Fate = Pick<SingleSent, 'provider'> & { because: string | null };

const notWritten = ({ failed }: { failed: string }, { provider }: Here): Fate => ({ provider, because: failed });

async function handed(
  ports: SendPorts,
  workspaceId: number,
  { id, mail, sender, template }: { id: number; mail: Mail; sender: string; template: string },
): Promise<Fate> {
  const { provider, handed: end } = await sendSingle(ports, workspaceId, {
    id,
    mail,
    sender,
    template,
    essential: false,
  });
  return { provider, because: reasonOf(end) };
}

const reasonOf = (end: Handed): string | null => {
  if (end.kind === 'accepted') return null;
  return end.kind === 'withdrawn' ? 'withdrawn' : end.because;
};
