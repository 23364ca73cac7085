import { inWorkspace } from '../db/in-workspace.ts';
import { openConnection } from '../domains/open-connection.ts';
import { nextRowNumbers } from '../db/numbers.sql.ts';
import type { Services } from '../services.ts';
import { insertLetters } from '../messages/letters.sql.ts';
import type { Handed, Mail } from '../messages/providers/provider.ts';

const DEADLINE_MS = 30_000;

/**
 * Hands one mail over that no journey asked for, once and at once. Whether it may go is the caller's to know; what may
 * have been accepted is never tried again.
 */
export async function sendOne(
  { db, inStore, providers, config, clock }: Pick<Services, 'db' | 'inStore' | 'providers' | 'config' | 'clock'>,
  workspaceId: number,
  mail: Mail,
  template: string,
): Promise<Handed> {
  const provider = providers[await inWorkspace(db, workspaceId, (_, here) => Promise.resolve(here.provider))];
  if (provider.where === 'inside') {
    await inWorkspace(db, workspaceId, async (trx, here) => {
      const [id] = await nextRowNumbers(trx, 1);
      await insertLetters(trx, here, [{ ...mail, id: id!, customerId: null, journeyId: null, template }]);
    });
    return { kind: 'accepted', providerId: null };
  }
  const connection = await inStore(workspaceId, (store, here) => openConnection(provider, store, here, config));
  if ('missing' in connection) return { kind: 'later', because: connection.missing };
  try {
    const signal = clock.deadline(DEADLINE_MS);
    return await connection.hand(mail, { signal, mayLeave: () => Promise.resolve(true), isFresh: () => true });
  } finally {
    connection.close();
  }
}
