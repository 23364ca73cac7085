import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { rowsOf } from './fixture.ts';
import { archive, byResend, dueAgain } from './mailings.ts';

test('a mail that left its batch comes into another one, while the others of the first are still to be tried again', async () => {
  await using shop = await byResend(3);
  shop.resend.manners.push('drop', 'drop', 'drop');
  await shop.send();
  // As a worker leaves it that is told to stop before it has begun with the first mail.
  await rowsOf(
    shop.db,
    sql`update outbox set batch = null, pinned = null, first_attempt_at = null, status = 'queued', lease_until = null
         where id = (select min(id) from outbox)`,
  );
  await dueAgain(shop.db);
  await shop.send();
  expect((await archive(shop.db)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
  expect(shop.resend.accepted.size).toBe(3);
});
