import type { TestSent } from '@tabiji/shared/api/test-sends.ts';
import type { Here } from '../../db/in-workspace.ts';
import { openConnection } from '../../domains/open-connection.ts';
import type { Handed, Mail } from '../../messages/providers/provider.ts';
import type { SendPorts } from '../../messages/send-ports.ts';

/** A test for one colleague, or why there is none. */
export type Sealed = { to: string; shownAs: string } & ({ mail: Mail } | { failed: string });

const DEADLINE_MS = 30_000;

/** Hands tests to the workspace's provider, one after the other, and says what became of each. `ids`: one for each. */
export async function handTests(
  ports: SendPorts,
  here: Here,
  template: string,
  tests: readonly Sealed[],
  ids: readonly number[],
): Promise<TestSent[]> {
  const hand = await handFor(ports, here, template);
  const at = new Date(here.realNow).toISOString();
  const results: TestSent[] = [];
  try {
    for (const [index, test] of tests.entries()) {
      const because = 'failed' in test ? test.failed : await hand.one(test.mail, ids[index]!);
      const subject = 'mail' in test ? test.mail.subject : '';
      const state = because === null ? 'sent' : 'failed';
      results.push({ to: test.to, shownAs: test.shownAs, state, because, subject, at });
    }
  } finally {
    hand.close();
  }
  return results;
}

interface Hand {
  /** @returns why it was not taken; null when it was */
  one: (mail: Mail, id: number) => Promise<string | null>;
  close: () => void;
}

async function handFor({ providers, config, clock, inStore }: SendPorts, here: Here, template: string): Promise<Hand> {
  const provider = providers[here.provider];
  if (provider.where === 'inside') {
    return {
      one: (mail, id) =>
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
