import { enableCompileCache } from 'node:module';

enableCompileCache(); // a worker lives for seconds here; most of its life would be reading TypeScript
const { startFullWorker } = await import('./full-worker.ts');

/** A worker as an operator runs it, without HTTP, until it is killed. */
const [databaseUrl = '', resendBaseUrl = '', smtpUrl = ''] = process.argv.slice(2);
await startFullWorker(databaseUrl, { resendBaseUrl, smtpUrl }).catch(() => process.exit(1)); // the database may be away
process.send?.('working');
process.on('disconnect', () => process.exit(0)); // whoever started it is gone
