import type { Fact } from '@tabiji/shared/api/facts.ts';
import { letterDue } from '../world/doorbell.ts';
import type { MailService } from '../world/mail-service.ts';
import type { Shop } from '../world/shop.ts';
import type { World } from '../world/world.ts';

/** How long something may have been due when the simulation ends in peace. */
const PATIENCE_MS = 120_000;

/** What must hold when everything has come to rest. */
export function judgeTheEnd(world: World, shop: Shop, mails: MailService): void {
  nobodyIsLost(world);
  everyPassOnce(world);
  everyLetter(world, mails);
  everyFact(world, shop);
  everyEntry(world);
  if (shop.waiting > 0) world.broken('every fact is acknowledged in the end', `${shop.waiting} are not`);
}

/** Every active enrollment is due, listens, or asks for a letter that is there. */
function nobodyIsLost({ db, clockwork, broken }: World): void {
  const asked = new Set(db.outbox.all().map((row) => `${row.enrollment_id}.${row.visit}`));
  for (const row of db.enrollment.all()) {
    if (row.ended_at !== null) continue;
    if (row.error !== null) broken('nobody is parked', `${row.id}: ${row.error}`);
    else if (row.due_at !== null && row.due_at.getTime() < clockwork.now - PATIENCE_MS)
      broken('whoever is due moves', `enrollment ${row.id} since ${row.due_at.toISOString()}`);
    else if (row.due_at === null && !row.listens && !asked.has(`${row.id}.${row.visit}`))
      broken('nobody stands lost', `enrollment ${row.id} at ${row.node}`);
  }
  for (const row of db.timer.all())
    if (row.at.getTime() < clockwork.now - PATIENCE_MS) broken('timers fire', `${row.kind} ${row.ref}`);
}

function everyPassOnce({ db, broken }: World): void {
  const visits = new Map<number, number[]>();
  for (const row of db.diary.all())
    visits.set(row.enrollment_id, [...(visits.get(row.enrollment_id) ?? []), row.visit]);
  for (const { id, visit } of db.enrollment.all()) {
    const seen = (visits.get(id) ?? []).toSorted((a, b) => a - b);
    if (seen.length !== visit || seen.some((one, i) => one !== i))
      broken('the diary has every pass once', `enrollment ${id} at visit ${visit}: ${seen.join(' ')}`);
  }
}

function everyLetter({ db, provider, clockwork, broken }: World, mails: MailService): void {
  const messages = new Map<string, string>();
  for (const { key, state } of db.message.all()) {
    if (messages.has(key)) broken('a letter becomes one message', key);
    messages.set(key, state);
  }
  for (const row of db.outbox.all())
    if (letterDue(db, row) < clockwork.now - PATIENCE_MS) broken('letters that are due go out', `outbox ${row.id}`);
  const left = new Set(db.outbox.all().map(({ key }) => key));
  const accepted = provider === 'letters' ? new Set(db.letter.all().map(({ key }) => key)) : mails.accepted;
  for (const [key, state] of messages)
    if (state === 'sent' && !accepted.has(key)) broken('what is called sent was accepted', key);
  for (const key of accepted.keys()) {
    const state = messages.get(key);
    if (state === undefined ? !left.has(key) : !['sent', 'unknown'].includes(state))
      broken('what was accepted is called sent, or unknown', `${key} is ${state}`);
  }
  const asked = db.diary.all().flatMap(({ steps }) => steps.filter(([, outcome]) => outcome === 'ask')).length;
  if (asked !== messages.size + left.size)
    broken('every letter that was asked for is somewhere', `${asked} asked, ${messages.size} done, ${left.size} left`);
}

/** What was acknowledged is stored, once; totals are the sum of the orders. */
function everyFact({ db, broken }: World, shop: Shop): void {
  const ids = (facts: readonly Fact[], type: Fact['type']) =>
    new Set(facts.flatMap((fact) => (fact.type === type && 'id' in fact ? [fact.id] : [])));
  const events = ids(shop.acknowledged, 'track');
  const orders = ids(shop.acknowledged, 'order');
  if (db.event.committed.size !== events.size)
    broken('every event is stored once', `${events.size} acknowledged, ${db.event.committed.size} stored`);
  if (db.shop_order.committed.size !== orders.size)
    broken('every order is stored once', `${orders.size} acknowledged, ${db.shop_order.committed.size} stored`);
  for (const customer of db.customer.all()) {
    const own = db.shop_order.all().filter((row) => row.customer_id === customer.id && row.counted);
    const amount = own.reduce((sum, row) => sum + row.amount - row.refunded, 0);
    if (own.length !== customer.order_count || amount !== customer.order_amount)
      broken('totals are what the orders add up to', `${customer.external_id}: ${customer.order_count}`);
  }
}

/** Whoever a journey is for is in it, as often as its rule says. */
function everyEntry({ db, broken }: World): void {
  for (const journey of db.journey.all()) {
    const { settings, nodes, start } = db.journey_version.committed.get(`${journey.id}.1`)!.graph;
    const [trigger] = (nodes[start]!.config as { triggers: { on: string; event?: string }[] }).triggers;
    for (const { id, external_id, order_count } of db.customer.all()) {
      const events = db.event.all().filter((row) => row.customer_id === id && row.name === trigger!.event).length;
      const occasions =
        trigger!.on === 'event' ? events : trigger!.on === 'first_purchase' ? Math.min(1, order_count) : -1;
      if (occasions < 0) continue;
      const most = settings.reentry === 'once' ? Math.min(1, occasions) : occasions;
      const least = settings.reentry === 'always' ? occasions : Math.min(1, occasions);
      const entered = db.enrollment
        .all()
        .filter((row) => row.customer_id === id && row.journey_id === journey.id).length;
      if (entered < least || entered > most)
        broken('everybody enters as often as the rule says', `${external_id}: ${entered}, not ${least} to ${most}`);
    }
  }
}
