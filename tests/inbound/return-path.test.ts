import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { changeMeasures } from '@tabiji/server/feedback/measures.sql.ts';
import { receiveMail } from '@tabiji/server/inbound/receive.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { rowsOf } from '../mail/fixture.ts';
import { bySmtp } from '../mail/mailings.ts';
import { WORKSPACE } from '../mail/services.ts';
import { CORPUS } from './corpus.ts';

test('a mail that left through a mail server comes back by its own address, and its recipient is given up', async () => {
  await using mailing = await bySmtp(['hanako@example.com', 'taro@example.com']);
  const { db, smtp } = mailing;
  await inWorkspace(db, WORKSPACE, (trx, here) =>
    changeMeasures(trx, here, { bounceAddress: 'bounce@mail.tabiji.example' }),
  );
  await mailing.send();
  const sent = smtp.taken.find(({ to }) => to.join() === 'hanako@example.com')!;
  expect(sent.from).toMatch(/^bounce\+[0-9a-z-]{20,57}@mail\.tabiji\.example$/);
  const head = sent.raw.toString('latin1');
  const token = /^CFBL-Feedback-ID: (\S+)\r$/im.exec(head)![1]!;
  expect(sent.from).toContain(token);
  expect(head).toMatch(/^CFBL-Address: bounce@mail\.tabiji\.example; report=arf\r$/im);
  const about = { token, returnPath: sent.from, to: 'hanako@example.com' };
  expect(await receiveMail({ db, ring: () => undefined }, CORPUS[0]!.raw(about))).toContain('bounced hard 5.1.1');
  expect(await rowsOf(db, sql`select reason, hint from suppression`)).toEqual([
    { reason: 'hard_bounce', hint: 'ha…@example.com' },
  ]);
  expect(await rowsOf(db, sql`select source, class from feedback`)).toEqual([{ source: 'report', class: 'hard' }]);
});

test('without such an address mails come back to their sender, as they always did', async () => {
  await using mailing = await bySmtp(['hanako@example.com']);
  await mailing.send();
  const [{ from, raw }] = mailing.smtp.taken as [(typeof mailing.smtp.taken)[0]];
  expect(from).toBe('hello@tabiji.example');
  expect(raw.toString('latin1')).not.toMatch(/^CFBL-/im);
});
