import type { TestSent } from '@tabiji/shared/api/test-sends.ts';
import type { Db } from '../../db/database.ts';
import { type Here, inWorkspace } from '../../db/in-workspace.ts';
import { nextRowNumbers } from '../../db/numbers.sql.ts';
import { openConnection } from '../../domains/open-connection.ts';
import type { Handed, Mail } from '../../messages/providers/provider.ts';
import type { SendPorts } from '../../messages/send-ports.ts';
import { keepTest } from './tests.sql.ts';

/** A test of a template for one colleague, or why there is none. */
export type Sealed = { template: string; to: string; shownAs: string } & ({ mail: Mail } | { failed: string });

const DEADLINE_MS = 30_000;

/**
 * Hands tests to the workspace's provider, one after the other, and says and keeps what became of each. One that fails
 * keeps no other from going. Every test goes this way: of one mail and of a whole journey.
 */
export async function* handTests(
  ports: SendPorts & { db: Db },
  here: Here,
  tests: readonly Sealed[],
): AsyncGenerator<TestSent, void> {
  const ids = await inWorkspace(ports.db, here.id, (trx) => nextRowNumbers(trx, tests.length));
  const hand = await handFor(ports, here);
  const at = new Date(here.realNow).toISOString();
  try {
    for (const [index, test] of tests.entries()) {
      const id = ids[index]!;
      const because = 'failed' in test ? test.failed : await hand.one(test.mail, id, test.template);
      const subject = 'mail' in test ? test.mail.subject : '';
      const state = because === null ? 'sent' : 'failed';
      const sent: TestSent = { to: test.to, shownAs: test.shownAs, state, because, subject, at };
      await inWorkspace(ports.db, here.id, (trx) => keepTest(trx, here, { ...sent, id, template: test.template }));
      yield sent;
    }
  } finally {
    hand.close();
  }
}

interface Hand {
  /** @returns why it was not taken; null when it was */
  one: (mail: Mail, id: number, template: string) => Promise<string | null>;
  close: () => void;
}

async function handFor({ providers, config, clock, inStore }: SendPorts, here: Here): Promise<Hand> {
  const provider = providers[here.provider];
  if (provider.where === 'inside') {
    return {
      one: (mail, id, template) =>
        inStore(here.id, async (store) => {
          await store.sending.keep([{ ...mail, id, customerId: null, journeyId: null, template }]);
          return null;
        }),
      close: () => undefined,
    };
  }
  const connection = await inStore(here.id, (store) => openConnection(provider, store, here, config));
  if ('missing' in connection) return { one: () => Promise.resolve(connection.missing), close: () => undefined };
  return {
    one: async (mail) =>
      reasonOf(
        await connection.hand(mail, {
          signal: clock.deadline(DEADLINE_MS),
          mayLeave: () => Promise.resolve(true),
          isFresh: () => true,
        }),
      ),
    close: () => connection.close(),
  };
}

const reasonOf = (handed: Handed): string | null => {
  if (handed.kind === 'accepted') return null;
  return handed.kind === 'withdrawn' ? 'withdrawn' : handed.because;
};
