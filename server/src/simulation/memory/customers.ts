import { isHearsay, OWN_WORDS, written } from '../../customers/subscriptions/said.ts';
import type { Customers } from '../../engine/store/customers.ts';
import type { Row } from './database.ts';
import type { AtOnce, Session } from './store.ts';

type Customer = Row<'customer'>;
const byId = (a: Customer, b: Customer) => a.id - b.id;

export function customersIn({ db, trx, here }: Session): AtOnce<Customers> {
  const locked = (test: (row: Customer) => boolean) => {
    const rows = trx.find(db.customer, test).toSorted(byId);
    for (const { id } of rows) trx.lock(db.customer, id);
    return rows;
  };
  return {
    lock(externalIds) {
      const wanted = [...new Set(externalIds)].toSorted();
      for (const external of wanted)
        if (trx.find(db.customer, (row) => row.external_id === external).length === 0)
          trx.tryInsert(db.customer, newCustomer(++db.numbers.row, external, here.now));
      return new Map(
        locked((row) => wanted.includes(row.external_id)).map((row) => [
          row.external_id,
          {
            id: row.id,
            externalId: row.external_id,
            orderCount: row.order_count,
            orderDays: row.order_days,
            orderAmount: row.order_amount,
            firstOrderAt: row.first_order_at?.getTime() ?? null,
            lastOrderAt: row.last_order_at?.getTime() ?? null,
          },
        ]),
      );
    },
    lockById(ids) {
      locked(({ id }) => ids.includes(id));
    },
    holdFree(ids) {
      const free = ids.filter((id) => trx.get(db.customer, id) && trx.isFree(db.customer, id));
      for (const id of free) trx.lock(db.customer, id);
      return new Set(free);
    },
    subscribe(said) {
      for (const { customerId, topic, subscribed, source } of written(here.topics, said)) {
        const row = { customer_id: customerId, topic, subscribed, source, at: new Date(here.now) };
        const known = trx.get(db.subscription, `${customerId}.${topic}`);
        if (known?.subscribed === subscribed) continue;
        if (known && isHearsay({ subscribed, source }) && OWN_WORDS.includes(known.source)) continue;
        if (known) trx.update(db.subscription, known, row);
        else trx.insert(db.subscription, row);
        const proof = { actor: null, locale: null, text_hash: null, ip_hash: null };
        trx.insert(db.consent, { ...row, ...proof, id: ++db.numbers.hidden });
      }
    },
    lockPage: (after, limit) =>
      trx
        .find(db.customer, ({ id }) => id > after)
        .toSorted(byId)
        .slice(0, limit)
        .map(({ id }) => {
          trx.lock(db.customer, id);
          return id;
        }),
    find: (externalIds) =>
      new Map(
        trx.find(db.customer, (row) => externalIds.includes(row.external_id)).map((row) => [row.external_id, row.id]),
      ),
    change(changes) {
      for (const [id, change] of changes) {
        const row = trx.get(db.customer, id);
        if (!row) continue;
        const told = (key: keyof typeof COLUMNS) => (change[key] === undefined ? {} : { [COLUMNS[key]]: change[key] });
        const attributes = Object.entries({ ...row.attributes, ...change.attributes });
        trx.update(db.customer, row, {
          ...Object.assign({}, ...(Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map(told)),
          attributes: Object.fromEntries(attributes.filter(([, value]) => value !== null)),
          updated_at: new Date(here.now),
        });
      }
    },
  };
}

const COLUMNS = {
  email: 'email',
  phone: 'phone',
  lastName: 'last_name',
  firstName: 'first_name',
  lastNameKana: 'last_name_kana',
  firstNameKana: 'first_name_kana',
  locale: 'locale',
  timeZone: 'time_zone',
} as const;

const newCustomer = (id: number, externalId: string, now: number): Customer => ({
  id,
  external_id: externalId,
  order_count: 0,
  order_days: 0,
  order_amount: 0,
  first_order_at: null,
  last_order_at: null,
  created_at: new Date(now),
  updated_at: new Date(now),
  merged_into: null,
  email: null,
  phone: null,
  last_name: null,
  first_name: null,
  last_name_kana: null,
  first_name_kana: null,
  locale: null,
  time_zone: null,
  attributes: {},
});
