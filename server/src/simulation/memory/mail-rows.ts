import { type Due, mailOf } from '../../messages/due-mail.sql.ts';
import type { CountKind } from '../../db/tables/figures.ts';
import { today } from '../../engine/today.ts';
import { addressHash } from '../../customers/suppression/address-hash.ts';
import type { Check } from '../../messages/may-send.ts';
import { mallChannels } from '@tabiji/shared/sending/malls.ts';
import type { Offer } from '@tabiji/shared/sending/offer.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { ALL_TOPICS, topicRule } from '@tabiji/shared/sending/topics.ts';
import type { Row } from './database.ts';
import type { Session } from './store.ts';

export type Outbox = Row<'outbox'>;
type Message = Row<'message'>;

export const LONG_AGO = new Date(-8_640_000_000_000_000);
export const FOREVER = new Date(8_640_000_000_000_000);

/** A mail that is still in the hands of whoever claimed it, locked. */
export function heldRow({ db, trx }: Session, { id, fence }: { id: number; fence: number }): Outbox | undefined {
  const row = trx.get(db.outbox, id);
  if (!row || row.fence !== fence) return undefined;
  trx.lock(db.outbox, id);
  return row;
}

export function dueOf(session: Session, row: Outbox): Due {
  const { db, trx, here } = session;
  const customer = trx.get(db.customer, row.customer_id)!;
  const enrollment = trx.get(db.enrollment, row.enrollment_id)!;
  const journey = trx.get(db.journey, row.journey_id)!;
  return {
    ...mailOf(row),
    pinned: row.pinned as Due['pinned'],
    check: {
      waiting: enrollment.visit === row.visit && enrollment.ended_at === null && enrollment.error === null,
      journey: journey.status === 'live' && journey.hold_first !== null ? 'unreleased' : journey.status,
      merged: customer.merged_into !== null,
      email: customer.email,
      zone: customer.time_zone,
      ...permissionOf(session, row, customer),
    },
    customer,
    journeyName: journey.name,
    workspaceName: db.shopName ?? here.sender.name,
  };
}

type Permission = Omit<Check, 'waiting' | 'journey' | 'merged' | 'email' | 'zone'>;

/** What speaks for and against writing to a customer about a topic. */
function permissionOf(
  { db, trx, here }: Session,
  { customer_id: id, topic, template }: Outbox,
  { email }: Pick<Row<'customer'>, 'email'>,
): Permission {
  const said = trx.get(db.subscription, `${id}.${topicRule(here.topics, topic).key}`);
  const all = trx.get(db.subscription, `${id}.${ALL_TOPICS}`);
  const malls = mallChannels(here.rules);
  const counted = trx.find(db.shop_order, (order) => order.customer_id === id && order.counted);
  const isMall = (channel: string | null) => channel !== null && malls.includes(channel.trim().toLowerCase());
  const holds = trx.find(db.promotion_hold, (hold) => hold.customer_id === id).map(({ until }) => until.getTime());
  const mayBeSuppressed = email !== null && !trx.isEmpty(db.suppression);
  const hash = mayBeSuppressed ? addressHash(here.salt, email).toString('hex') : undefined;
  return {
    said: said ? { subscribed: said.subscribed, at: said.at.getTime() } : null,
    refusedAllAt: all && !all.subscribed ? all.at.getTime() : null,
    suppressed: (hash !== undefined && trx.get(db.suppression, hash)?.reason) || null,
    mallOnly: counted.length > 0 && counted.every(({ channel }) => isMall(channel)),
    boughtProduct: boughtOf(here.offers[template], counted, here.now),
    promotionsHeldUntil: holds.length === 0 ? null : Math.max(...holds),
  };
}

function boughtOf(offer: Offer | undefined, orders: readonly Row<'shop_order'>[], now: Millis): string | null {
  if (!offer) return null;
  const since = now - offer.boughtWithin * 86_400_000;
  const bought = orders
    .filter(({ at }) => at.getTime() > since)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .flatMap(({ items }) => items.map(({ product }) => (typeof product === 'string' ? product.trim() : '')));
  return bought.find((product) => offer.products.includes(product)) ?? null;
}

export function archive(
  { db, trx, here }: Session,
  row: Outbox,
  what: { at?: number } & Partial<Omit<Message, 'at'>>,
): void {
  const { at = here.now, ...more } = what;
  trx.insert(db.message, {
    row: ++db.numbers.hidden,
    id: row.id,
    customer_id: row.customer_id,
    enrollment_id: row.enrollment_id,
    journey_id: row.journey_id,
    version: row.version,
    at: new Date(at),
    received_at: new Date(here.realNow),
    state: 'sent',
    node: row.node,
    template: row.template,
    template_version: row.template_version,
    key: row.key,
    provider: here.provider,
    subject: null,
    provider_id: null,
    because: null,
    asked_at: row.asked_at,
    sender: row.sender ?? here.sender.key,
    holds: row.holds,
    ...more,
  });
}

/** A mail that will not be handed over gives its place back. */
export function giveBack({ db, trx }: Session, { customer_id, counted }: Outbox): void {
  const ledger = counted === null ? undefined : trx.get(db.ledger, customer_id);
  const at = ledger?.days.indexOf(counted!) ?? -1;
  if (ledger && at >= 0) trx.update(db.ledger, ledger, { days: ledger.days.toSpliced(at, 1) });
}

type Mail = Pick<Outbox, 'journey_id' | 'version' | 'node'>;

export const count = ({ db, trx, here }: Session, row: Mail, kind: CountKind, name: string): void =>
  trx.insert(db.journey_delta, {
    id: ++db.numbers.hidden,
    journey_id: row.journey_id,
    version: row.version,
    day: today(here),
    kind,
    node: row.node,
    name,
    n: 1,
  });

/** What is told about a mail that has left the outbox. */
export const goneOf = ({ id, enrollment_id, visit, customer_id, template }: Outbox, sent: boolean) => ({
  id,
  enrollmentId: enrollment_id,
  visit,
  customerId: customer_id,
  template,
  sent,
});
