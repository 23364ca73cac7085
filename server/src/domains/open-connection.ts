import { domainOf } from '@tabiji/shared/sending/sender.ts';
import type { Config } from '../config.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Store } from '../engine/store.ts';
import { heard } from '../messages/providers/heard.ts';
import type { Connection, OutsideProvider } from '../messages/providers/provider.ts';
import { openKeys } from './open-keys.ts';

/**
 * A provider ready for a workspace's mails, which are signed with their domains' keys where it leaves that to us; or the
 * setting that is missing, as a sentence.
 */
export async function openConnection(
  provider: OutsideProvider,
  { sending }: Pick<Store, 'sending'>,
  here: Pick<Here, 'id'>,
  config: Config,
): Promise<Connection | { missing: string }> {
  const opened = provider.open(config);
  if ('missing' in opened) return opened;
  const connection = heard(opened);
  if (!provider.signs) return connection;
  const keys = await openKeys(config, here.id, await sending.signingKeys());
  if ('missing' in keys) return keys;
  if (keys.size === 0) return connection;
  return {
    ...connection,
    hand: (mail, attempt) => {
      const dkim = keys.get(domainOf(mail.from.address));
      return connection.hand(dkim ? { ...mail, dkim } : mail, attempt);
    },
  };
}
