import { sql } from 'kysely';
import type { HoldPromotions } from '@tabiji/shared/api/permission.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import type { Here } from '../db/in-workspace.ts';
import type { Trx } from '../db/database.ts';
import { listSubscriptions } from './subscriptions/subscriptions.sql.ts';

/** A hold on promotions and who wants it. */
type NewHold = { customerId: number; source: string; until: number; reason: string };

/** Holds promotions of customers back until an instant; of several wants of one source the last counts. */
async function holdPromotions(trx: Trx, here: Here, holds: readonly NewHold[]): Promise<void> {
  if (holds.length === 0) return;
  const last = [...new Map(holds.map((one) => [`${one.customerId}\n${one.source}`, one])).values()];
  await trx
    .insertInto('promotion_hold')
    .values(
      last.map(({ customerId, source, until, reason }) => ({
        workspace_id: here.id,
        customer_id: customerId,
        source,
        until: new Date(until),
        at: new Date(here.now),
        reason,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'customer_id', 'source']).doUpdateSet((row) => ({
        until: row.ref('excluded.until'),
        at: row.ref('excluded.at'),
        reason: row.ref('excluded.reason'),
      })),
    )
    .execute();
}

/** The same for one customer, by the shop. @throws AppError `not_found` */
export async function holdPromotionsOf(
  trx: Trx,
  here: Here,
  customerId: number,
  { until, reason }: HoldPromotions,
  source: string,
): Promise<void> {
  await listSubscriptions(trx, here, customerId); // refuses a customer that is not there
  if (Date.parse(until) <= here.now)
    throw new AppError('invalid', 'until lies in the past: say until when promotions are to wait.', { field: 'until' });
  await holdPromotions(trx, here, [{ customerId, source, until: Date.parse(until), reason }]);
}

/** Lets promotions of a customer go again; those that were held back are due at once. */
export async function releasePromotions(trx: Trx, here: Here, customerId: number): Promise<void> {
  await trx
    .deleteFrom('promotion_hold')
    .where('workspace_id', '=', here.id)
    .where('customer_id', '=', customerId)
    .execute();
  await sql`
    update outbox o set hold_until = ${new Date(here.now)}
      from entry n
     where n.workspace_id = ${here.id} and n.customer_id = ${customerId}
       and o.workspace_id = n.workspace_id and o.enrollment_id = n.enrollment_id
       and o.hold_until < 'infinity' and o.holds -> -1 ->> 1 = 'promotion_hold'`.execute(trx);
}
