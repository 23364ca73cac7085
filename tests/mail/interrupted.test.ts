import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { openServices, type Services } from '@tabiji/server/services.ts';
import { type KyselyPlugin, sql } from 'kysely';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { prepareMailing, rowsOf } from './fixture.ts';
import { startResendStandIn } from './resend-stand-in.ts';
import { servicesOn, WORKSPACE } from './services.ts';

const STATEMENTS = 40;

/** The same services, but the database is lost at the nth statement. */
function losingDatabase(services: Services, nth: number): Services {
  let count = 0;
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      count += 1;
      if (count === nth) throw new Error('lost');
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return openServices({ ...services, db: services.db.withPlugin(plugin) });
}

test.each(['letters', 'counting', 'resend'] as const)(
  'a round of %s that is broken off at any statement is made up for by the next one',
  async (provider) => {
    await using resend = await startResendStandIn();
    await using database = await createTestDatabase();
    await using services = servicesOn(database.url, { resendApiKey: 're_test', resendBaseUrl: resend.url });
    await prepareMailing(services.db, { provider, customers: STATEMENTS * 2 });
    let broken = 0;
    for (let nth = 1; nth <= STATEMENTS; nth += 1) {
      const round = sendDue(losingDatabase(services, nth), WORKSPACE, { limit: 2 });
      const end = await round.catch((error: Error) => error.message);
      if (end === 'lost') broken += 1;
      await rowsOf(
        services.db,
        sql`update outbox set retry_at = '-infinity', lease_until = null where status = 'sending'`,
      );
    }
    expect(broken).toBeGreaterThan(2); // counting has three statements
    while ((await sendDue(services, WORKSPACE, { limit: 100 })).handed > 0);

    const count = sql`select count(*)::int as mails, count(distinct customer_id)::int as customers from message where state = 'sent'`;
    expect(await rowsOf(services.db, count)).toEqual([{ mails: STATEMENTS * 2, customers: STATEMENTS * 2 }]);
    const letters = await rowsOf(services.db, sql`select from letter`);
    expect({ letters: letters.length, resend: resend.accepted.size }).toEqual({
      letters: provider === 'letters' ? STATEMENTS * 2 : 0,
      resend: provider === 'resend' ? STATEMENTS * 2 : 0,
    });
  },
);
