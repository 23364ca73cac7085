import type { Parcel } from '../../engine/parcels.ts';
import type { ParcelsOf } from '../../engine/parcels.sql.ts';
import type { Session } from './store.ts';

/** Orders with the dates of their shipments, and shipments whose order is not known. */
export function parcelsIn({ db, trx }: Pick<Session, 'db' | 'trx'>, of: ParcelsOf): Parcel[] {
  const shipments = trx.find(db.shipment, () => true);
  const asked = 'shipments' in of ? shipments.filter(({ id }) => of.shipments.includes(id)) : [];
  const named = new Set(asked.map((row) => row.order_external_id));
  const orders = trx.find(db.shop_order, (row) =>
    'orders' in of
      ? of.orders.includes(row.external_id) || named.has(row.external_id)
      : of.customers.includes(row.customer_id),
  );
  const loose = 'shipments' in of ? asked : shipments.filter((row) => of.customers.includes(row.customer_id));
  const isKnown = (external: string | null) =>
    external !== null && trx.find(db.shop_order, (row) => row.external_id === external).length > 0;
  const latest = (dates: readonly (Date | null)[]) => {
    const told = dates.flatMap((date) => (date === null ? [] : [date.getTime()]));
    return told.length === 0 ? null : Math.max(...told);
  };
  return [
    ...orders.map((order): Parcel => {
      const own = shipments.filter((row) => row.order_external_id === order.external_id);
      return {
        customer: order.customer_id,
        name: `o${order.id}`,
        order: order.external_id,
        orderedAt: order.at.getTime(),
        counted: order.counted,
        items: order.items,
        shippedAt: latest(own.map((row) => row.shipped_at)),
        deliveredAt: latest(own.map((row) => row.delivered_at)),
        shipments: own.map(({ id }) => `s${id}`),
      };
    }),
    ...loose
      .filter((row) => !isKnown(row.order_external_id))
      .map((row): Parcel => ({
        customer: row.customer_id,
        name: `s${row.id}`,
        order: row.order_external_id,
        orderedAt: null,
        counted: true,
        items: [],
        shippedAt: row.shipped_at?.getTime() ?? null,
        deliveredAt: row.delivered_at?.getTime() ?? null,
        shipments: [],
      })),
  ];
}
