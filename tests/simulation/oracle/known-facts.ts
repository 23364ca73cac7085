import type { Known } from '@tabiji/server/engine/load-facts.ts';
import type { EventFact, Facts } from '@tabiji/shared/conditions/facts.ts';
import type { MemoryDatabase } from '@tabiji/server/simulation/memory/database.ts';
import { NO_STANDING } from '@tabiji/shared/cpm/rank.ts';
import { attributesOf } from '@tabiji/server/simulation/memory/facts.ts';
import type { Written } from '@tabiji/server/simulation/memory/transaction.ts';

const TOLD = new Set(['customer', 'event', 'shop_order', 'segment_member', 'message', 'outbox']);

/** What was known of a customer from one commit on. */
interface State {
  from: number;
  at: number;
  known: Known;
}

/** Remembers what was known of each customer at every moment, so that decisions can be made again. */
export class KnownFacts {
  readonly #db: MemoryDatabase;
  readonly #states = new Map<number, State[]>();

  constructor(db: MemoryDatabase) {
    this.#db = db;
  }

  /** To be called first at each commit; answers with the customers about whom it told something. */
  learn(written: readonly Written[], at: number): number[] {
    const changed = new Set<number>();
    for (const { table, before, after } of written) {
      if (!TOLD.has(table.name)) continue;
      const row = (after ?? before) as { id: number; customer_id?: number };
      changed.add(table.name === 'customer' ? row.id : row.customer_id!);
    }
    for (const customer of changed) {
      const states = this.#states.get(customer) ?? [];
      states.push({ from: this.#db.commits, at, known: stateOf(this.#db, customer) });
      this.#states.set(customer, states);
    }
    return [...changed];
  }

  now(customer: number): Known | undefined {
    return this.#states.get(customer)?.at(-1)?.known;
  }

  /** Since when the customer has lived by the present zone. */
  zoneChangedAt(customer: number): number {
    const states = this.#states.get(customer) ?? [];
    const zone = states.at(-1)?.known.zone;
    const other = states.findLastIndex(({ known }) => known.zone !== zone);
    return states[other + 1]?.at ?? Number.NEGATIVE_INFINITY;
  }

  /** What a transaction that began after so many commits may have read, one kind of facts after the other. */
  since(customer: number, commits: number): Known[] {
    const states = this.#states.get(customer) ?? [];
    const first = Math.max(
      0,
      states.findLastIndex(({ from }) => from <= commits),
    );
    return mixtures(states.slice(first).map(({ known }) => known));
  }
}

function stateOf(db: MemoryDatabase, id: number): Known {
  const customer = db.customer.committed.get(id);
  if (!customer) throw new Error(`customer ${id} is gone`);
  const own = <T extends { customer_id: number }>(rows: readonly T[]) => rows.filter((row) => row.customer_id === id);
  const byMoment = <T extends { at: Date; id: number }>(rows: readonly T[]) =>
    rows.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id);
  const events: Record<string, EventFact[]> = {};
  for (const { name, at, id: arrival, properties } of byMoment(own(db.event.all())))
    (events[name] ??= []).push({ at: at.getTime(), arrival, properties });
  const sent = byMoment(own(db.message.all()).filter(({ state }) => state === 'sent'));
  const facts: Facts = {
    attributes: attributesOf(customer),
    orderCount: customer.order_count,
    orderAmount: customer.order_amount,
    firstOrderAt: customer.first_order_at?.getTime() ?? null,
    lastOrderAt: customer.last_order_at?.getTime() ?? null,
    orders: byMoment(own(db.shop_order.all()).filter(({ counted }) => counted)).map((row) => ({
      at: row.at.getTime(),
      arrival: row.id,
      amount: row.amount - row.refunded,
      items: row.items,
    })),
    events,
    segments: new Set(own(db.segment_member.all()).map((row) => db.segment.committed.get(row.segment_id)!.key)),
    shipments: [],
    cpm: NO_STANDING, // no generated journey asks for ranks
    underWay: new Set(
      [...own(db.outbox.all()), ...own(db.message.all()).filter(({ state }) => state === 'unknown')].map(
        ({ template }) => template,
      ),
    ),
    messages: sent.map((row) => ({ at: row.at.getTime(), arrival: row.id, template: row.template, node: row.node })),
  };
  return {
    facts,
    externalId: customer.external_id,
    zone: customer.time_zone,
    messageJourneys: sent.map(({ journey_id }) => journey_id),
  };
}

/** Kinds in the order in which they are read; later reads see the same state or a later one. */
function mixtures(states: readonly Known[]): Known[] {
  if (states.length <= 1) return [...states];
  const found: Known[] = [];
  const last = states.length - 1;
  for (let a = 0; a <= last; a++)
    for (let b = a; b <= last; b++)
      for (let c = b; c <= last; c++)
        for (let d = c; d <= last; d++)
          for (let e = d; e <= last; e++) {
            const customer = states[a]!;
            found.push({
              ...customer,
              facts: {
                ...customer.facts,
                orders: states[b]!.facts.orders,
                events: states[c]!.facts.events,
                segments: states[d]!.facts.segments,
                messages: states[e]!.facts.messages,
                underWay: states[e]!.facts.underWay,
              },
              messageJourneys: states[e]!.messageJourneys,
            });
          }
  return found;
}
