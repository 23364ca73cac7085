import { sql } from 'kysely';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';

/** A yes or no to a topic. */
export interface Subscription {
  customerId: number;
  topic: string;
  subscribed: boolean;
  /** Who said so: journey:<id>, preference_page, import, api. */
  source: string;
}

/** Writes what customers said; of several about one topic the last counts. The customers are locked. */
export async function setSubscriptions(trx: Trx, here: Here, said: readonly Subscription[]): Promise<void> {
  const last = [...new Map(said.map((one) => [`${one.customerId}\n${one.topic}`, one])).values()];
  if (last.length === 0) return;
  await sql`
    insert into subscription (workspace_id, customer_id, topic, subscribed, source, at)
    select ${here.id}, s.*, ${new Date(here.now)}
      from unnest(${last.map((s) => s.customerId)}::bigint[], ${last.map((s) => s.topic)}::text[],
                  ${last.map((s) => s.subscribed)}::boolean[], ${last.map((s) => s.source)}::text[]) as s
        on conflict (workspace_id, customer_id, topic) do update
       set subscribed = excluded.subscribed, source = excluded.source, at = excluded.at`.execute(trx);
}
