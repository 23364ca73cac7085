import type { Here } from '../db/in-workspace.ts';
import type { SenderRecord } from './senders.sql.ts';

/** The sender of a workspace that has no other. */
export const onlySender = ({ sender: { key, name, address } }: Pick<Here, 'sender'>): SenderRecord => ({
  key,
  name,
  fromName: { ja: name, en: '' },
  address,
  replyTo: null,
  provider: null,
  policy: 'never_twice',
  identity: {},
  staff: null,
  retiredAt: null,
});
