import { SHARDS } from '@tabiji/server/engine/shards.ts';
import { HANDLERS } from '@tabiji/server/jobs/handlers.ts';
import { openServices } from '../world/services.ts';
import { WORKSPACE } from './prepare.ts';

/**
 * A worker in a process of its own. At every message it does what the production worker does when the advance jobs of
 * all shards have come in, one after the other: its own first, then what the others have left.
 */
const [url = '', place = '0', workers = '1'] = process.argv.slice(2);
const services = openServices(url, 2);
const shards = Array.from({ length: SHARDS }, (_, shard) => shard);
const own = shards.filter((shard) => shard % Number(workers) === Number(place));
const order = [...own, ...shards.filter((shard) => !own.includes(shard))];
const never = new AbortController().signal;

process.on('message', (message) => {
  if (message === 'end') return void services[Symbol.asyncDispose]().then(() => process.disconnect());
  return void drain().then(() => process.send?.('drained'));
});
process.send?.('ready');

async function drain(): Promise<void> {
  for (const shard of order) await HANDLERS.advance(services, { workspaceId: WORKSPACE, shard }, never);
}
