import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { ingest } from '../../events/ingest.ts';
import type { MemoryDatabase } from '../memory/database.ts';
import type { Transaction } from '../memory/transaction.ts';
import type { MemoryWorld } from '../world.ts';
import type { Records, SentRow } from './records.sql.ts';

/** Something that happens to the customer at an instant of its own. */
export interface Happening {
  at: Millis;
  source: 'recorded' | 'injected' | 'persona';
  what:
    | { kind: 'facts'; facts: readonly Fact[] }
    | { kind: 'topic'; topic: string; subscribed: boolean }
    /** The address came onto the list of those that are not written to. */
    | { kind: 'suppressed'; row: Records['suppressions'][0] }
    | { kind: 'promotions_held'; row: Records['promotionHolds'][0] }
    /** Feedback on the latest mail until then, or the latest of a node. */
    | { kind: 'react'; event: string; node: string | undefined }
    /** Another journey's mail. */
    | { kind: 'sent'; row: SentRow; day: number | null };
}

/** Hears of what happens, before anything follows from it. */
export type OnTold = (at: Millis, happening: Happening, facts: readonly Fact[]) => void;

/**
 * Lets it happen now, through the code that receives it in production.
 * @param options.startJourneys whether it may let the customer into the journey (again)
 */
export async function happen(
  world: MemoryWorld,
  customer: { id: number; externalId: string },
  happening: Happening,
  { startJourneys, onTold }: { startJourneys: boolean; onTold?: OnTold | undefined },
): Promise<void> {
  const { what } = happening;
  const tell = async (facts: readonly Fact[]) => {
    onTold?.(world.now, happening, facts);
    await world.act((store, here) => ingest(store, here, facts, { startJourneys }));
  };
  switch (what.kind) {
    case 'facts':
      return tell(what.facts);
    case 'topic':
      onTold?.(world.now, happening, []);
      await world.act(({ customers }) =>
        customers.subscribe([
          { customerId: customer.id, topic: what.topic, subscribed: what.subscribed, source: 'simulation' },
        ]),
      );
      return;
    case 'suppressed':
      keep(world, (trx, db) => trx.insert(db.suppression, what.row));
      return;
    case 'promotions_held':
      keep(world, (trx, db) => trx.insert(db.promotion_hold, what.row));
      return;
    case 'sent':
      keepSent(world, what.row, what.day);
      return;
    case 'react': {
      const mail = world.db.message
        .all()
        .findLast(({ state, node }) => state === 'sent' && (what.node === undefined || node === what.node));
      if (!mail) return;
      const { id, template, journey_id: journey, node } = mail;
      await tell([
        {
          type: 'track',
          id: `${what.event}.${id}.${world.now}`,
          customer: customer.externalId,
          event: what.event,
          properties: { message: id, template, journey, node },
        },
      ]);
    }
  }
}

/** A mail that another journey sent is known, and counts under the cap. */
export function keepSent(world: MemoryWorld, { topic: _topic, ...row }: SentRow, day: number | null): void {
  keep(world, (trx, db) => {
    trx.insert(db.message, { ...row, row: ++db.numbers.hidden });
    if (day === null) return;
    const ledger = trx.get(db.ledger, row.customer_id);
    if (ledger) trx.update(db.ledger, ledger, { days: [...ledger.days, day] });
    else trx.insert(db.ledger, { customer_id: row.customer_id, days: [day] });
  });
}

/** Writes rows that are there without anything following from them. */
function keep({ db, now }: MemoryWorld, write: (trx: Transaction, db: MemoryDatabase) => void): void {
  const trx = db.begin(now);
  write(trx, db);
  db.commit(trx);
}
