import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { receiveFeedback, type Told } from '@tabiji/server/feedback/receive.ts';
import { FEEDBACK_STATES, stateOf, type FeedbackKind } from '@tabiji/shared/sending/feedback.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { prepareMailing, rowsOf } from '../mail/fixture.ts';
import { servicesOn, WORKSPACE } from '../mail/services.ts';
import { createTestDatabase } from '../support/database.ts';

const ordersOf = <T>(all: readonly T[]): T[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((first, i) => ordersOf(all.toSpliced(i, 1)).map((rest) => [first, ...rest]));

const ORDERS = ordersOf(FEEDBACK_STATES);

const told = (order: number, kind: FeedbackKind): Told => ({
  customerId: order + 1,
  messageId: 2_000_001 + order,
  key: `test:${order}:${kind}`,
  kind,
  source: 'resend',
  at: Date.now(),
  ...(kind === 'bounced' && { class: 'hard' }),
});

test.each([
  ['one after the other', 6],
  ['in one call', 1],
])(
  'six events in each of their 720 orders, told %s, come to the same',
  async (_how, calls) => {
    await using database = await createTestDatabase();
    await using services = servicesOn(database.url);
    const { db } = services;
    await prepareMailing(db, { provider: 'resend', customers: ORDERS.length });
    await rowsOf(db, sql`update outbox set first_attempt_at = now()`);
    const all = ORDERS.map((order, i) => order.map((kind) => told(i, kind)));
    const rounds = calls === 1 ? [all.flat()] : FEEDBACK_STATES.map((_, place) => all.map((order) => order[place]!));
    for (const round of [...rounds, ...rounds]) {
      const taken = await inWorkspace(db, WORKSPACE, (trx, here) => receiveFeedback(trx, here, round));
      expect(taken).toBe(round.length);
    }
    const states = await rowsOf(
      db,
      sql<{ facts: number; n: number }>`select facts, count(*)::int as n from feedback_state group by facts`,
    );
    expect(states).toEqual([{ facts: 63, n: 720 }]);
    expect(stateOf(states[0]!.facts)).toBe('complained');
    const counts = await rowsOf(
      db,
      sql<{ what: string; n: number }>`
      select 'feedback' as what, count(*)::int as n from feedback
       union all select 'event', count(*)::int from event
       union all select 'suppression ' || reason, count(*)::int from suppression group by reason order by what`,
    );
    expect(counts).toEqual([
      { what: 'event', n: 720 * 5 },
      { what: 'feedback', n: 720 * 6 },
      { what: 'suppression hard_bounce', n: 720 },
    ]);
  },
  60_000,
);
