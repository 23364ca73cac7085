import { sql } from 'kysely';
import type { Subscription } from '@tabiji/shared/api/subscriptions.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { lockCustomersById } from './lock.sql.ts';

/** A yes or no to a topic. */
export interface Said {
  customerId: number;
  topic: string;
  subscribed: boolean;
  /** Who said so: journey:<id>, preference_page, import, api. */
  source: string;
}

/**
 * Writes what customers said; of several about one topic the last counts, and who says the same again said it then. The
 * customers are locked.
 */
export async function setSubscriptions(trx: Trx, here: Here, said: readonly Said[]): Promise<void> {
  const last = [...new Map(said.map((one) => [`${one.customerId}\n${one.topic}`, one])).values()];
  if (last.length === 0) return;
  await sql`
    insert into subscription as known (workspace_id, customer_id, topic, subscribed, source, at)
    select ${here.id}, s.*, ${new Date(here.now)}
      from unnest(${last.map((s) => s.customerId)}::bigint[], ${last.map((s) => s.topic)}::text[],
                  ${last.map((s) => s.subscribed)}::boolean[], ${last.map((s) => s.source)}::text[]) as s
        on conflict (workspace_id, customer_id, topic) do update
       set subscribed = excluded.subscribed, source = excluded.source, at = excluded.at
     where known.subscribed <> excluded.subscribed`.execute(trx);
}

/** What a customer said, newest first. @throws AppError `not_found` */
export async function listSubscriptions(trx: Trx, here: Here, customerId: number): Promise<Subscription[]> {
  const customer = await trx
    .selectFrom('customer')
    .select('id')
    .where('workspace_id', '=', here.id)
    .where('id', '=', customerId)
    .executeTakeFirst();
  if (!customer) throw new AppError('not_found', `There is no customer ${customerId}.`);
  const { rows } = await sql<Omit<Subscription, 'at'> & { at: Date }>`
    select topic, subscribed, at, source from subscription
     where workspace_id = ${here.id} and customer_id = ${customerId}
     order by at desc, topic`.execute(trx);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Says yes or no for one customer; answers with all they have said. @throws AppError `not_found` */
export async function saySubscriptions(trx: Trx, here: Here, customerId: number, said: readonly Said[]) {
  await lockCustomersById(trx, here.id, [customerId]);
  await listSubscriptions(trx, here, customerId); // refuses a customer that is not there
  await setSubscriptions(trx, here, said);
  return listSubscriptions(trx, here, customerId);
}
