import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { inDatabase } from '../support/database-template.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../migrations');

/** A database of an owner who is no superuser, so that row level security holds for them, as it may be anywhere. */
async function withOwner(name: string, work: (owner: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
  try {
    await admin.query(`create role ${name} login password 'carry'`);
    await admin.query(`grant tabiji_app to ${name} with admin option`);
    await admin.query(`create database ${name} owner ${name}`);
    const url = new URL(inDatabase(inject('postgresUrl'), name));
    Object.assign(url, { username: name, password: 'carry' });
    const owner = new pg.Client({ connectionString: url.href });
    await owner.connect();
    try {
      await work(owner);
    } finally {
      await owner.end();
    }
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`drop owned by ${name}`);
    await admin.query(`drop role ${name}`);
    await admin.end();
  }
}

/** Applies the migrations whose file names are meant, in order. */
async function apply(owner: pg.Client, meant: (file: string) => boolean): Promise<void> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.sql') && meant(file));
  for (const file of files.toSorted()) await owner.query(readFileSync(path.join(FOLDER, file), 'utf8'));
}

test('the faster engine finds every enrollment and pass of the time before, whoever owns the database', () =>
  withOwner(`test_${inject('testRun')}_carry_over`, async (owner) => {
    await apply(owner, (file) => file < '0006');
    await owner.query(`
      set tabiji.workspace = 7;
      insert into enrollment (workspace_id, id, customer_id, entered_at, entered_arrival, journey_id, version, shard, node, entry_key)
      values (7, 70, 700, now(), 1, 3, 1, 0, 'n1', '41');
      insert into diary (workspace_id, enrollment_id, at, received_at, visit, steps) values (7, 70, now(), now(), 0, '[["n1", "leave", "next"]]');
      reset tabiji.workspace`);
    await apply(owner, (file) => file.startsWith('0006'));
    await owner.query('set tabiji.workspace = 7');
    expect((await owner.query('select * from entry')).rows).toEqual([
      { workspace_id: 7, customer_id: '700', enrollment_id: '70', journey_id: 3, entry_key: '41' },
    ]);
    expect((await owner.query('select steps from diary')).rows).toEqual([{ steps: [['n1', 'leave', 'next']] }]);
    await owner.query('reset tabiji.workspace');
    expect((await owner.query('select from entry')).rowCount).toBe(0);
    expect((await owner.query('select from enrollment')).rowCount).toBe(0);
  }));

test('soft bounces that were counted by customer go to the address that the customer has', () =>
  withOwner(`test_${inject('testRun')}_bounces`, async (owner) => {
    await apply(owner, (file) => file < '0039');
    await owner.query(`
      insert into workspace (name, kind, sender_name, sender_address, created_at)
      values ('旅路商店', 'live', '旅路商店', 'hello@tabiji.example', now());
      set tabiji.workspace = 1;
      insert into customer (workspace_id, id, external_id, email, created_at, updated_at)
      values (1, 1, 'a', ' A@Example.com', now(), now()), (1, 2, 'b', null, now(), now());
      insert into feedback (workspace_id, message_id, customer_id, at, received_at, kind, source, key, class)
      select 1, n, c.id, now(), now() - old * interval '1 day', f.kind, 'report', external_id || n, class
        from customer c, (values (1, 1, 'bounced', 'soft'), (2, 1, 'bounced', 'hard'), (3, 90, 'bounced', 'soft'),
                                 (4, 1, 'delivered', null)) f(n, old, kind, class);
      reset tabiji.workspace`);
    await apply(owner, (file) => file.startsWith('0039'));
    await owner.query('set tabiji.workspace = 1');
    const { rows } = await owner.query(`
      select f.key, f.address_hash = address_hash(w.salt, 'a@example.com') as own
        from feedback f, workspace w where f.address_hash is not null`);
    expect(rows).toEqual([{ key: 'a1', own: true }]);
    await owner.query('reset tabiji.workspace');
    for (const table of ['feedback', 'customer']) expect((await owner.query(`select from ${table}`)).rowCount).toBe(0);
  }));
