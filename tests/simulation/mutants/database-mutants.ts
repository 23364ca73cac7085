import type { Store } from '@tabiji/server/engine/store.ts';
import type { Asked } from '@tabiji/server/engine/outbox.sql.ts';
import type { Moved } from '@tabiji/server/engine/enrollments.sql.ts';
import type { Result } from '@tabiji/server/engine/resume.sql.ts';
import type { Mutant } from './mutant.ts';

/** A store with other methods in one of its parts. */
const withPart = <P extends keyof Store>(store: Store, part: P, methods: Partial<Store[P]>): Store => ({
  ...store,
  [part]: { ...(store[part] as object), ...methods },
});

/** Bugs in how the database is used. */
export const databaseMutants: Record<string, Mutant> = {
  'rows are claimed without their locks, and written whatever their visit': {
    store: (store, { world, trx }) =>
      withPart(store, 'positions', {
        claimDue: ({ shards, now, limit }) =>
          Promise.resolve(
            trx
              .find(world.db.enrollment, (row) => row.due_at !== null && row.due_at.getTime() <= now)
              .filter((row) => shards.includes(row.shard))
              .slice(0, limit)
              .map((row) => ({ ...row, due_at: row.due_at!, asleep: row.intent !== null, intent: null, stale: false })),
          ),
        write: (moved: readonly Moved[]) =>
          store.positions.write(
            moved.map((one) => ({ ...one, visit: trx.get(world.db.enrollment, one.id)?.visit ?? one.visit })),
          ),
      }),
  },
  'the letter is written in a transaction of its own': {
    store: (store, { process }) =>
      withPart(store, 'letters', {
        ask: (asked: readonly Asked[]) => {
          if (asked.length > 0) process.afterCommit((second) => second.letters.ask(asked));
          return Promise.resolve();
        },
      }),
  },
  'the diary is written in a transaction of its own': {
    store: (store, { process }) =>
      withPart(store, 'diary', {
        write: (at, entries) => {
          if (entries.length > 0) process.afterCommit((second) => second.diary.write(at, entries));
          return Promise.resolve();
        },
      }),
  },
  'the result is recorded first, and the enrollment goes on later': {
    store: (store, { process }) =>
      withPart(store, 'positions', {
        resume: (results: readonly Result[]) => {
          if (results.length > 0) process.afterCommit((second) => second.positions.resume(results));
          return Promise.resolve();
        },
      }),
  },
  'no event is known again': {
    store: (store) =>
      withPart(store, 'received', {
        claimKeys: () => Promise.resolve(new Map<string, string>()),
      }),
  },
  'facts are received without the locks of their customers': {
    store: (store, { world, trx }) =>
      withPart(store, 'customers', {
        lock: async (externalIds) => {
          const wanted = [...externalIds];
          const rows = trx.find(world.db.customer, (row) => wanted.includes(row.external_id));
          if (rows.length < new Set(wanted).size) return store.customers.lock(wanted);
          await store.customers.find(wanted);
          return new Map(
            rows.map((row) => [
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
      }),
  },
  'who begins to listen does not hold the customer': {
    store: (store) =>
      withPart(store, 'customers', { holdFree: (ids: readonly number[]) => Promise.resolve(new Set(ids)) }),
  },
  'goals are not looked at when facts arrive': {
    store: (store) => withPart(store, 'positions', { activeOf: () => Promise.resolve([]) }),
  },
  'a choice by chance is made anew each time': {
    store: (store, { world }) => ({
      ...withPart(store, 'setup', {
        versions: async (wanted) =>
          (await store.setup.versions(wanted)).map((row) => ({
            ...row,
            graph: JSON.parse(
              JSON.stringify(row.graph).replaceAll(/"salt":"\w+"/g, `"salt":"s${world.random.int(1, 1000)}"`),
            ) as typeof row.graph,
          })),
      }),
      origin: {},
    }),
  },
  "time is read from the worker's own clock": {
    here: (here, { skew }) => ({ ...here, now: here.now + skew, realNow: here.realNow + skew }),
  },
};
