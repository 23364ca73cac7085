import { HANDLERS } from '@tabiji/server/jobs/handlers.ts';
import { renderByLiquidjs, renderLiquid } from '@tabiji/server/templates/render-liquid.ts';
import { openServices } from '../world/services.ts';
import { inMemory } from './in-memory.ts';
import { WORKSPACES } from './prepare.ts';

/** A sender in a process of its own: at every message it does what the production worker does with three send jobs at once. */
const [url = '', way = ''] = process.argv.slice(2);
const provider = inMemory();
const services = openServices(url, 6);
const sender = {
  ...services,
  providers: { ...services.providers, resend: provider },
  render: way === 'liquidjs' ? renderByLiquidjs : renderLiquid,
};
const never = new AbortController().signal;

let workspaceId = WORKSPACES.warmUp;
process.on('message', (message) => {
  if (message === 'end') return void services[Symbol.asyncDispose]().then(() => process.disconnect());
  return void drain().then(() => process.send?.('drained'));
});
process.send?.('ready');

/** The first time it warms up. */
async function drain(): Promise<void> {
  provider.received = { mails: 0, bytes: 0, keys: new Set() };
  await Promise.all([1, 2, 3].map(() => HANDLERS.send(sender, { workspaceId }, never)));
  const { mails, keys, bytes } = provider.received;
  if (keys.size !== mails) throw new Error('a mail was handed over twice');
  if (bytes < mails * 34_000) throw new Error(`a mail has ${bytes / mails} bytes only`);
  workspaceId = WORKSPACES.measured;
}
