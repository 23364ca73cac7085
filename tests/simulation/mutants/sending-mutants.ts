import type { Store } from '@tabiji/server/engine/store.ts';
import type { Mutant } from './mutant.ts';

const withSending = (store: Store, methods: Partial<Store['sending']>): Store => ({
  ...store,
  sending: { ...store.sending, ...methods },
});

const SOUND = {
  waiting: true,
  journey: 'live',
  merged: false,
  zone: null,
  said: null,
  refusedAllAt: null,
  suppressed: null,
  mallOnly: false,
  boughtProduct: null,
  promotionsHeldUntil: null,
} as const;

/** Bugs in how letters are handed over. */
export const sendingMutants: Record<string, Mutant> = {
  'nobody minds that a letter was taken over': {
    store: (store, { world, trx }) => {
      const present = <T extends { id: number; fence: number }>(rows: readonly T[]) =>
        rows.map((row) => ({ ...row, fence: trx.get(world.db.outbox, row.id)?.fence ?? row.fence }));
      return withSending(store, {
        archive: (results) => store.sending.archive(present(results)),
        putBack: (rows) => store.sending.putBack(present(rows)),
        recheck: (rows, mark) => store.sending.recheck(present(rows), mark),
      });
    },
  },
  'each attempt has a key of its own': {
    mail: (mail, { random }) => ({ ...mail, key: `${mail.key}#${random.int(1, 1_000_000)}` }),
  },
  'a letter that was called off goes out all the same': {
    store: (store) => ({
      ...withSending(store, {
        claimDue: async (want) =>
          (await store.sending.claimDue(want)).map((due) => ({ ...due, check: { ...due.check, waiting: true } })),
        recheck: async (rows, mark) =>
          new Map(
            [...(await store.sending.recheck(rows, mark))].map(([id, check]) => [id, { ...check, waiting: true }]),
          ),
      }),
      letters: { ...store.letters, cancel: () => Promise.resolve() },
    }),
  },
  'nobody looks again before the bytes leave': {
    store: (store, { world }) =>
      withSending(store, {
        recheck: (rows) =>
          Promise.resolve(
            new Map(
              rows.flatMap(({ id }) => {
                const row = world.db.outbox.committed.get(id);
                const email = row && (world.db.customer.committed.get(row.customer_id)?.email ?? null);
                return row ? [[id, { ...SOUND, email: email ?? null }]] : [];
              }),
            ),
          ),
      }),
  },
  'an unknown outcome is tried again after more than a day': {
    store: (store) =>
      withSending(store, {
        claimDue: async (want) => (await store.sending.claimDue(want)).map((due) => ({ ...due, firstAttemptAt: null })),
      }),
  },
  'requests have no deadline': {
    clock: (clockwork) => ({ elapsed: () => clockwork.now, deadline: () => new AbortController().signal }),
  },
  'quiet hours are those of UTC': {
    store: (store) =>
      withSending(store, {
        claimDue: async (want) =>
          (await store.sending.claimDue(want)).map((due) => ({ ...due, check: { ...due.check, zone: 'UTC' } })),
        recheck: async (rows, mark) =>
          new Map([...(await store.sending.recheck(rows, mark))].map(([id, check]) => [id, { ...check, zone: 'UTC' }])),
        lockDue: async (limit) =>
          (await store.sending.lockDue(limit)).map((due) => ({ ...due, check: { ...due.check, zone: 'UTC' } })),
      }),
  },
  'places under the cap are taken without a lock': {
    store: (store, { world, trx }) =>
      withSending(store, {
        lockLedgers: (customers) =>
          Promise.resolve(new Map(customers.map((id) => [id, trx.get(world.db.ledger, id)?.days ?? []]))),
        writeLedgers: async (ledgers, places) => {
          await store.sending.lockLedgers(ledgers.map(({ customer }) => customer));
          await store.sending.writeLedgers(ledgers, places);
        },
      }),
  },
  'a retry is written anew': {
    store: (store) => withSending(store, { pin: () => Promise.resolve() }),
  },
  'a letter whose attempt failed is forgotten': {
    store: (store, { world, trx }) =>
      withSending(store, {
        putBack: async (rows) => {
          await store.sending.putBack(rows);
          for (const { id } of rows) {
            const row = trx.get(world.db.outbox, id);
            if (row && row.attempts > 1) trx.delete(world.db.outbox, row);
          }
        },
      }),
  },
};
