import { addressHash } from '@tabiji/server/customers/suppression/address-hash.ts';
import { setSubscriptions } from '@tabiji/server/customers/subscriptions/subscriptions.sql.ts';
import { inWorkspace } from '@tabiji/server/db/in-workspace.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createWorld, type World } from '../support/world.ts';

const NAMES = ['consent', 'consent_text', 'suppression_log'];

test('the application can add to the ledger and change nothing in it', async () => {
  await using world = await createWorld();
  const inIt = <T>(work: Parameters<typeof inWorkspace<T>>[2]) =>
    inWorkspace(world.services.db, world.workspaceId, work);
  const proof = { text: 'はい、受け取ります', actor: '佐藤' };
  await inIt((trx, here) =>
    setSubscriptions(trx, here, [{ customerId: 1, topic: 'news', subscribed: true, source: 'form', proof }]),
  );
  for (const name of NAMES)
    for (const statement of [
      `update ${name} set workspace_id = workspace_id`,
      `delete from ${name}`,
      `truncate ${name}`,
    ])
      await expect(
        inIt((trx) => sql.raw(statement).execute(trx)),
        statement,
      ).rejects.toThrow('permission denied');
  expect(await world.query('select subscribed, source, actor from consent')).toEqual([
    { subscribed: true, source: 'form', actor: '佐藤' },
  ]);
});

const ledger = (world: World) => world.query('select topic, subscribed, source from consent order by id');

test('what is said again is not written twice, and hearsay does not undo a no of the customer’s own', async () => {
  await using world = await createWorld();
  const say = (source: string, subscribed: boolean, topic = 'news') =>
    inWorkspace(world.services.db, world.workspaceId, (trx, here) =>
      setSubscriptions(trx, here, [{ customerId: 1, topic, subscribed, source }]),
    );
  await say('import', true);
  await say('import', true);
  await say('one_click', false);
  await say('journey:1', true);
  await say('import', true);
  await say('staff', true);
  expect(await ledger(world)).toEqual([
    { topic: 'news', subscribed: true, source: 'import' },
    { topic: 'news', subscribed: false, source: 'one_click' },
    { topic: 'news', subscribed: true, source: 'staff' },
  ]);
});

test('the database tells an address again as the application does', async () => {
  await using world = await createWorld();
  const addresses = [
    'hanako@example.com',
    ' Hanako@Example.COM\t',
    'ｈａｎａｋｏ＠ｅｘａｍｐｌｅ．ｃｏｍ',
    'a..b@docomo.ne.jp',
    'Å+tag@straße.example',
    '\u3000hanako@example.com\u00a0',
    '',
  ];
  for (const address of addresses) {
    const [row] = await world.query<{ hash: Buffer }>('select address_hash($1, $2) as hash', ['salt', address]);
    expect(row!.hash, address).toEqual(addressHash('salt', address));
  }
  const [one, two, wide] = addresses.map((address) => addressHash('salt', address).toString('hex'));
  expect([two, wide]).toEqual([one, one]);
  expect(addressHash('other', addresses[0]!).toString('hex')).not.toBe(one);
});
