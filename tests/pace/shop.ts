import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { lookForDue } from '@tabiji/server/engine/look.sql.ts';
import type { InWorkspace } from '@tabiji/server/engine/store.ts';
import type { Attempt, Handed, Mail, OutsideProvider } from '@tabiji/server/messages/providers/provider.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import type { Paces } from '@tabiji/shared/sending/pace.ts';
import { sql } from 'kysely';
import { prepareMailing, rowsOf } from '../mail/fixture.ts';
import { servicesOn, WORKSPACE } from '../mail/services.ts';
import { createTestDatabase } from '../support/database.ts';

/** So many mails of a line were let go at an instant of the database's clock. */
export interface Grant {
  at: number;
  line: string;
  mails: number;
}

/** Answers each mail as a service does. */
export type Answer = (mail: Mail, attempt: Attempt) => Handed | Promise<Handed>;

const accept: Answer = () => ({ kind: 'accepted', providerId: null });

/** A shop whose mails go through a service in this process. */
export async function openShop({ customers, paces = {} }: { customers: number; paces?: Paces }) {
  const database = await createTestDatabase();
  const services = servicesOn(database.url);
  await prepareMailing(services.db, { provider: 'resend', customers });
  await rowsOf(services.db, sql`update workspace set paces = ${JSON.stringify(paces)}`);
  const shop = {
    db: services.db,
    services,
    /** Recipients, in the order in which the service got them. */
    mails: [] as string[],
    grants: [] as Grant[],
    answer: accept,
    rows: <T>(query: ReturnType<typeof sql<T>>) => rowsOf(services.db, query),
    send: (limit = 100) => sendDue(shop.ports, WORKSPACE, { limit }),
    /** What sending needs, with that service in it. */
    get ports() {
      return { ...services, inStore, providers };
    },
    /** Whether the doorbell would ask for a sender. */
    isRung: () => inWorkspace(services.db, WORKSPACE, async (trx, here) => (await lookForDue(trx, here)).letters),
    async [Symbol.asyncDispose]() {
      await services[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
  const service: OutsideProvider = {
    where: 'outside',
    sameKeyIsSafe: true,
    concurrency: 4,
    open: () => ({
      async hand(mail, attempt) {
        if (!(await attempt.mayLeave())) return { kind: 'withdrawn' };
        shop.mails.push(mail.to);
        return shop.answer(mail, attempt);
      },
      close: () => undefined,
    }),
  };
  const providers = { ...services.providers, resend: service };
  const sent = new Map<string, number>();
  /** Buckets stay locked until the commit, so grants are heard of in the order in which they are made. */
  const inStore: InWorkspace = (id, work) =>
    services.inStore(id, (store, here) =>
      work(
        {
          ...store,
          sending: {
            ...store.sending,
            async writeBuckets(rows) {
              await store.sending.writeBuckets(rows);
              for (const row of rows) {
                const mails = row.sent - (sent.get(row.line) ?? 0);
                sent.set(row.line, row.sent);
                if (mails > 0) shop.grants.push({ at: here.realNow, line: row.line, mails });
              }
            },
          },
        },
        here,
      ),
    );
  return shop;
}
