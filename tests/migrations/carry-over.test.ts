import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { inDatabase } from '../support/database-template.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../migrations');
const NAME = `test_${inject('testRun')}_carry_over`;

test('the faster engine finds every enrollment and pass of the time before, whoever owns the database', async () => {
  const admin = new pg.Client({ connectionString: inject('postgresUrl') });
  await admin.connect();
  try {
    await admin.query(`create role ${NAME} login password 'carry'`); // no superuser: row level security holds for it
    await admin.query(`grant tabiji_app to ${NAME} with admin option`);
    await admin.query(`create database ${NAME} owner ${NAME}`);
    const url = new URL(inDatabase(inject('postgresUrl'), NAME));
    Object.assign(url, { username: NAME, password: 'carry' });
    const owner = new pg.Client({ connectionString: url.href });
    await owner.connect();
    try {
      const files = readdirSync(FOLDER)
        .filter((file) => file.endsWith('.sql'))
        .toSorted();
      const apply = async (some: readonly string[]) => {
        for (const file of some) await owner.query(readFileSync(path.join(FOLDER, file), 'utf8'));
      };
      await apply(files.filter((file) => file < '0006'));
      await owner.query(`
        set tabiji.workspace = 7;
        insert into enrollment (workspace_id, id, customer_id, entered_at, entered_arrival, journey_id, version, shard, node, entry_key)
        values (7, 70, 700, now(), 1, 3, 1, 0, 'n1', '41');
        insert into diary (workspace_id, enrollment_id, at, received_at, visit, steps) values (7, 70, now(), now(), 0, '[["n1", "leave", "next"]]');
        reset tabiji.workspace`);
      await apply(files.filter((file) => file.startsWith('0006')));
      await owner.query('set tabiji.workspace = 7');
      expect((await owner.query('select * from entry')).rows).toEqual([
        { workspace_id: 7, customer_id: '700', enrollment_id: '70', journey_id: 3, entry_key: '41' },
      ]);
      expect((await owner.query('select steps from diary')).rows).toEqual([{ steps: [['n1', 'leave', 'next']] }]);
      await owner.query('reset tabiji.workspace');
      expect((await owner.query('select from entry')).rowCount).toBe(0);
      expect((await owner.query('select from enrollment')).rowCount).toBe(0);
    } finally {
      await owner.end();
    }
  } finally {
    await admin.query(`drop database if exists ${NAME} with (force)`);
    await admin.query(`drop owned by ${NAME}`);
    await admin.query(`drop role ${NAME}`);
    await admin.end();
  }
});
