import type { Trx } from '../db/database.ts';
import type { Here } from '../db/in-workspace.ts';
import type { CustomerFacts } from './values.ts';

const COLUMNS = [
  'external_id',
  'email',
  'phone',
  'last_name',
  'first_name',
  'last_name_kana',
  'first_name_kana',
  'locale',
  'order_count',
  'order_amount',
  'first_order_at',
  'last_order_at',
  'attributes',
] as const;

/** What mails may say about a customer. */
export const findCustomerFacts = (trx: Trx, here: Here, id: number): Promise<CustomerFacts | undefined> =>
  trx
    .selectFrom('customer')
    .select(COLUMNS)
    .where('workspace_id', '=', here.id)
    .where('id', '=', id)
    .executeTakeFirst();

export async function workspaceName(trx: Trx, here: Here): Promise<string> {
  const { name } = await trx.selectFrom('workspace').select('name').where('id', '=', here.id).executeTakeFirstOrThrow();
  return name;
}
