import { mkdtemp, rm, stat } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { checkDomain } from '@tabiji/server/domains/check-domains.ts';
import { listDomains, makeKey, removeKey } from '@tabiji/server/domains/domains.ts';
import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { seal, SealError, unseal } from '@tabiji/server/seal.ts';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../support/database.ts';
import { startDnsServer } from '../support/dns-server.ts';
import { prepareMailing, rowsOf } from './fixture.ts';
import { outbox } from './mailings.ts';
import { startMailServer } from './smtp-server.ts';
import { servicesOn, WORKSPACE } from './services.ts';

const dataDir = await mkdtemp(path.join(os.tmpdir(), 'tabiji-keys-'));
afterAll(() => rm(dataDir, { recursive: true }));
const DOMAIN = 'tabiji.example';

test('a key made in the settings signs once the DNS shows it, and the one before it until then', async () => {
  await using database = await createTestDatabase();
  await using smtp = await startMailServer();
  await using dns = await startDnsServer({ [DOMAIN]: ['TXT v=spf1 mx ~all', `MX mail.${DOMAIN}`] });
  await using services = servicesOn(database.url, { smtpUrl: smtp.url, dnsServers: [dns.address], dataDir });
  const { db } = services;
  await prepareMailing(db, { provider: 'smtp', customers: 5 });
  await rowsOf(db, sql`update outbox set retry_at = 'infinity'`);
  const sendOne = async (customer: number) => {
    await rowsOf(db, sql`update outbox set retry_at = '-infinity' where customer_id = ${customer}`);
    expect((await sendDue(services, WORKSPACE, { limit: 10 })).handed).toBe(1);
    await expect.poll(() => smtp.taken.length).toBe(customer);
    return /\bs=(\w+)/.exec(
      smtp.taken
        .at(-1)!
        .raw.toString('latin1')
        .replaceAll(/\r\n\s+/g, ' '),
    )?.[1];
  };
  const own = async () =>
    (await inWorkspace(db, WORKSPACE, (trx, here) => listDomains(trx, here, services.config))).find(
      ({ domain }) => domain === DOMAIN,
    )!;
  const states = async () => (await own()).keys.map(({ state }) => state);
  const publish = async () => {
    const { record } = (await own()).keys[0]!;
    dns.zone[record.name] = [`TXT ${record.value}`];
    return record.name.split('.')[0];
  };
  const check = () => checkDomain(services, WORKSPACE, DOMAIN);

  expect((await check()).find(({ topic }) => topic === 'dkim')?.code).toBe('no_key');
  await makeKey(services, WORKSPACE, DOMAIN);
  await expect(makeKey(services, WORKSPACE, DOMAIN)).rejects.toThrow('waits');
  expect((await check()).find(({ topic }) => topic === 'dkim')?.code).toBe('missing');
  expect(await sendOne(1)).toBeUndefined();
  const first = await publish();
  expect((await check()).find(({ topic }) => topic === 'dkim')?.code).toBe('good');
  expect(await sendOne(2)).toBe(first);

  await makeKey(services, WORKSPACE, DOMAIN);
  await check();
  expect(await states()).toEqual(['waiting', 'signing']);
  expect(await sendOne(3)).toBe(first);
  const second = await publish();
  expect(second).not.toBe(first);
  await check();
  expect(await states()).toEqual(['signing', 'replaced']);
  expect(await sendOne(4)).toBe(second);
  const remove = (selector: string) =>
    inWorkspace(db, WORKSPACE, (trx, here) => removeKey(trx, here, DOMAIN, selector));
  await expect(remove(second!)).rejects.toThrow('signs');
  await remove(first!);
  expect(await states()).toEqual(['signing']);

  const kept = await rowsOf(db, sql<{ secret: string }>`select secret from dkim_key`);
  expect(JSON.stringify(kept)).not.toContain('PRIVATE KEY');
  // Another server without the key lets mails wait: unsigned ones would be taken for forged.
  await rowsOf(db, sql`update dkim_key set secret = overlay(secret placing 'AAAA' from 10)`);
  await rowsOf(db, sql`update outbox set retry_at = '-infinity'`);
  expect(await sendDue(services, WORKSPACE, { limit: 10 })).toEqual({ handed: 0, more: false });
  expect(await outbox(db)).toMatchObject([{ customer: 5, attempts: 0 }]);
});

test('what is sealed opens with its key and for its purpose only', async () => {
  const sealed = await seal({ dataDir }, 'dkim 1 a', '秘密');
  expect(await unseal({ dataDir }, 'dkim 1 a', sealed)).toBe('秘密');
  expect(await seal({ dataDir }, 'dkim 1 a', '秘密')).not.toBe(sealed);
  expect((await stat(path.join(dataDir, 'seal.key'))).mode & 0o777).toBe(0o600);
  const other = { dataDir, sealKey: randomBytes(32) };
  const attempts: Parameters<typeof unseal>[] = [
    [{ dataDir }, 'dkim 2 a', sealed],
    [other, 'dkim 1 a', sealed],
    [{ dataDir }, 'dkim 1 a', `${sealed.slice(0, -2)}AA`],
    [{ dataDir: path.join(dataDir, 'elsewhere') }, 'dkim 1 a', sealed],
    [{ dataDir }, 'dkim 1 a', 'nonsense'],
  ];
  for (const attempt of attempts) await expect(unseal(...attempt)).rejects.toThrow(SealError);
});
