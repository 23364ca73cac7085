import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { NODES, QUEUE, type Step } from './path.ts';

/** Twenty workers of one job each, in a process of their own, for some seconds after being told to. */
const [url = '', seconds = '1'] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 20 });
const boss = new PgBoss({ connectionString: url, schema: 'boss', max: 20, useListenNotify: true, migrate: false });
boss.on('error', (error) => console.error(error.message));
await boss.start();

process.on('message', (message) => {
  if (message === 'end') return void pool.end().then(() => process.disconnect());
  return void work().then(() => process.send?.('done'));
});
process.send?.('ready');

async function work(): Promise<void> {
  await boss.work<Step>(
    QUEUE,
    { localConcurrency: 20, batchSize: 1, pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 0.5 },
    async ([job]) => {
      if (job) await takeStep(job.data);
    },
  );
  await sleep(Number(seconds) * 1000);
  await boss.stop({ graceful: false });
}

/** One transaction: lock the position, see whether the job still fits, do what the node says, send the next job. */
async function takeStep({ customer, node, seq }: Step): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ node: number; seq: number; entered_at: Date }>(
      'select node, seq, entered_at from naive.position where customer_id = $1 for update',
      [customer],
    );
    const position = rows[0];
    if (position && position.node === node && position.seq === seq)
      await visit(client, { customer, node, seq }, position.entered_at);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function visit(client: pg.PoolClient, { customer, node, seq }: Step, enteredAt: Date): Promise<void> {
  const what = NODES[node];
  let template: string | undefined;
  if (what === 'send') {
    const { rows } = await client.query<{ plan: string }>(
      `select attributes ->> 'plan' as plan from naive.customer where id = $1`,
      [customer],
    );
    template = rows[0]?.plan === 'pro' ? 'a' : 'b';
  } else if (what === 'send or set') {
    const { rowCount } = await client.query(
      `select 1 from naive.event where customer_id = $1 and name = 'purchase' and at >= $2 limit 1`,
      [customer, enteredAt],
    );
    if (rowCount)
      await client.query(`update naive.customer set attributes = attributes || '{"customer": true}' where id = $1`, [
        customer,
      ]);
    else template = 'c';
  }
  if (template !== undefined)
    await client.query('insert into naive.message (customer_id, template) values ($1, $2)', [customer, template]);
  const ends = what === 'exit';
  await client.query(
    `update naive.position set node = $2, seq = seq + 1, updated_at = now(), ended_at = case when $3 then now() end where customer_id = $1`,
    [customer, ends ? node : node + 1, ends],
  );
  if (ends) return;
  const db = { executeSql: async (text: string, values?: unknown[]) => client.query(text, values) };
  await boss.send(QUEUE, { customer, node: node + 1, seq: seq + 1 } satisfies Step, { db });
}
