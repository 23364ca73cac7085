import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { returnPath, returnToken } from '@tabiji/server/feedback/return-path.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { prepareMailing, rowsOf } from '../mail/fixture.ts';
import { servicesOn, WORKSPACE } from '../mail/services.ts';
import { createTestDatabase } from '../support/database.ts';
import { CORPUS } from './corpus.ts';

const MAIN = path.resolve(import.meta.dirname, '../../server/src/cli/main.ts');

test('pnpm tabiji inbound: a report with NUL and bytes that are no UTF-8, as a mail server pipes it', async () => {
  await using database = await createTestDatabase();
  await using services = servicesOn(database.url);
  await prepareMailing(services.db, { provider: 'smtp', customers: 1 });
  await rowsOf(services.db, sql`update outbox set first_attempt_at = now()`);
  const here = await inWorkspace(services.db, WORKSPACE, (_, all) => Promise.resolve(all));
  const token = returnToken(here, { customerId: 1, messageId: 2_000_001 });
  const about = { token, returnPath: returnPath('bounce@mail.tabiji.example', token), to: 'c1@example.com' };
  const report = CORPUS.find(({ name }) => name.startsWith('5.1.1'))!.raw(about);
  const folder = await mkdtemp(path.join(tmpdir(), 'tabiji-inbound-'));
  try {
    const child = spawn(process.execPath, [MAIN, 'inbound'], {
      env: { PATH: '/usr/bin:/bin', DATABASE_URL: database.url, TABIJI_DATA: folder },
    });
    child.stdin.end(Buffer.from(report.replace('User unknown', 'User \0 \xff\xfe unknown'), 'latin1'));
    const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect([said, complained]).toEqual([expect.stringContaining('bounced hard 5.1.1'), '']);
  } finally {
    await rm(folder, { recursive: true });
  }
  expect(await rowsOf(services.db, sql`select class, detail from feedback`)).toEqual([
    { class: 'hard', detail: expect.stringMatching(/User \ufffd \ufffd+ unknown/) },
  ]);
});
