import { sql } from 'kysely';
import type { SenderSettings } from '@tabiji/shared/sending/sender.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** A sender as it is kept. */
export interface SenderRecord extends SenderSettings {
  key: string;
  /** Real time; null: it may be chosen. */
  retiredAt: Date | null;
}

/** All senders, the retired ones too: what they were promised to still goes in their name. */
export async function listSenders(trx: Trx, here: Pick<Here, 'id'>): Promise<SenderRecord[]> {
  const rows = await trx
    .selectFrom('sender')
    .select([
      'key',
      'name',
      'from_name',
      'address',
      'reply_to',
      'provider',
      'policy',
      'identity',
      'staff',
      'retired_at',
    ])
    .where('workspace_id', '=', here.id)
    .orderBy('created_at')
    .orderBy('key')
    .execute();
  return rows.map(({ from_name: fromName, reply_to: replyTo, retired_at: retiredAt, ...row }) => ({
    ...row,
    fromName,
    replyTo,
    retiredAt,
  }));
}

/** Those that journeys may name, the default one first. */
export const choosableSenders = (trx: Trx, here: Here): Promise<{ key: string; name: string }[]> =>
  trx
    .selectFrom('sender')
    .select(['key', 'name'])
    .where('workspace_id', '=', here.id)
    .where('retired_at', 'is', null)
    .orderBy(sql`key <> ${here.sender.key}`)
    .orderBy('created_at')
    .orderBy('key')
    .execute();

const columnsOf = ({ fromName, replyTo, identity, staff, ...rest }: SenderSettings) => ({
  ...rest,
  from_name: JSON.stringify(fromName),
  reply_to: replyTo,
  identity: JSON.stringify(identity),
  staff: staff && JSON.stringify(staff),
});

/** @returns whether the key was free */
export async function insertSender(trx: Trx, here: Here, key: string, settings: SenderSettings): Promise<boolean> {
  const row = await trx
    .insertInto('sender')
    .values({ workspace_id: here.id, key, ...columnsOf(settings) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes the place of all settings. @returns whether there is such a sender */
export async function updateSender(trx: Trx, here: Here, key: string, settings: SenderSettings): Promise<boolean> {
  const row = await trx
    .updateTable('sender')
    .set(columnsOf(settings))
    .where('workspace_id', '=', here.id)
    .where('key', '=', key)
    .returning('key')
    .executeTakeFirst();
  return row !== undefined;
}

/** @param at null: it may be chosen again */
export async function setRetired(trx: Trx, here: Here, key: string, at: Date | null): Promise<void> {
  await trx
    .updateTable('sender')
    .set({ retired_at: at })
    .where('workspace_id', '=', here.id)
    .where('key', '=', key)
    .execute();
}

/** Who writes where nobody is named. The workspace repeats name and address, since every transaction reads them. */
export async function setDefault(trx: Trx, here: Here, key: string, from: Here['sender']): Promise<void> {
  await trx
    .updateTable('workspace')
    .set({ default_sender: key, sender_name: from.name, sender_address: from.address })
    .where('id', '=', here.id)
    .execute();
}
