import { createHmac, randomBytes } from 'node:crypto';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import type { Config } from '@tabiji/server/config.ts';
import { hookKey } from '@tabiji/server/feedback/hook-key.sql.ts';
import { receiveResendCall } from '@tabiji/server/feedback/resend/receive-call.ts';
import {
  addWebhookSecret,
  countWebhookSecrets,
  openWebhookSecrets,
  sealWebhookSecrets,
} from '@tabiji/server/feedback/resend/secrets.sql.ts';
import { SealError } from '@tabiji/server/seal.ts';
import { expect, test } from 'vitest';
import { createWorld } from '../support/world.ts';

const newSecret = () => `whsec_${randomBytes(24).toString('base64')}`;

/** A workspace with secrets of webhooks as an earlier version kept them: plain. */
async function openHook(...plain: string[]) {
  const world = await createWorld();
  const { db, ring } = world.services;
  const config: Config = { ...world.services.config, sealKey: randomBytes(32) };
  if (plain.length > 0)
    await world.query("insert into secret (workspace_id, name, value) values ($1, 'resend_webhook', $2)", [
      world.workspaceId,
      plain.join(' '),
    ]);
  const here = <T>(work: Parameters<typeof inWorkspace<T>>[2]) => inWorkspace(db, world.workspaceId, work);
  const key = await here(hookKey);
  let calls = 0;
  /** What becomes of a call that is signed with a secret, on a server with these settings. */
  const call = (secret: string, settings = config) => {
    const [id, timestamp, body] = [`msg_${(calls += 1)}`, String(Math.floor(Date.now() / 1000)), '{"type":"x"}'];
    const signature = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64');
    const headers = { id, timestamp, signature: `v1,${signature}` };
    return receiveResendCall({ db, ring, config: settings }, key, Buffer.from(body), headers);
  };
  const add = (secret: string, settings = config) =>
    here((trx, at) => addWebhookSecret(trx, at, { secret, config: settings }));
  const kept = async () =>
    (await world.query<{ value: string }>("select value from secret where name = 'resend_webhook'"))[0]?.value ?? '';
  return { world, config, here, call, add, kept, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}

test('what is added is kept sealed, and a plain one beside it is sealed with it', async () => {
  const [old, fresh] = [newSecret(), newSecret()];
  await using hook = await openHook(old);
  expect(await hook.call(old)).toBe('ignored'); // believed, though it is about no mail
  await hook.add(fresh);
  expect(await hook.kept()).not.toContain('whsec_');
  expect(await hook.kept()).not.toContain(fresh.slice(6, 20));
  for (const secret of [old, fresh]) expect(await hook.call(secret)).toBe('ignored');
  await hook.add(fresh); // the same again pushes nobody out
  expect(await hook.call(old)).toBe('ignored');
  expect(await hook.here(countWebhookSecrets)).toBe(2);
});

test('housekeeping seals what is plain, in their order, and what is sealed stays as it is', async () => {
  const [newest, before] = [newSecret(), newSecret()];
  await using hook = await openHook(newest, before);
  const seal = () => sealWebhookSecrets(hook.world.services.db, hook.config);
  await seal();
  const sealed = await hook.kept();
  expect(sealed).not.toContain('whsec_');
  expect(await hook.here((trx, at) => openWebhookSecrets(trx, at, hook.config))).toEqual([newest, before]);
  await seal();
  expect(await hook.kept()).toBe(sealed);
});

test('housekeeping makes no key of its own: others could not open what it sealed', async () => {
  const secret = newSecret();
  await using hook = await openHook(secret);
  const { sealKey: _, ...config } = { ...hook.config, dataDir: '/nowhere' };
  await sealWebhookSecrets(hook.world.services.db, config);
  expect(await hook.kept()).toBe(secret);
});

test('a server with another key takes nothing in and says why; a secret that is added there counts', async () => {
  const [secret, fresh] = [newSecret(), newSecret()];
  await using hook = await openHook();
  await hook.add(secret);
  const other: Config = { ...hook.config, sealKey: randomBytes(32) };
  await expect(hook.call(secret, other)).rejects.toThrow(SealError);
  expect(await hook.here(countWebhookSecrets)).toBe(1); // settings are shown without any key
  await hook.add(fresh, other);
  expect(await hook.call(fresh, other)).toBe('ignored');
  expect(await hook.call(secret, other)).toBe('not_signed');
});

test('one workspace’s sealed secret is of no use in another', async () => {
  const secret = newSecret();
  await using hook = await openHook();
  await hook.add(secret);
  await using other = await openHook(await hook.kept());
  await expect(other.call(secret, hook.config)).rejects.toThrow(SealError);
});
