import { sendDue } from '@tabiji/server/messages/send-due.ts';
import { servicesOn, WORKSPACE } from './services.ts';

/** A sender in a process of its own, to be killed at any moment. Ends when nothing is due any more. */
const [databaseUrl = '', resendBaseUrl = '', resendBatch = ''] = process.argv.slice(2);
await using services = servicesOn(databaseUrl, {
  resendApiKey: 're_test',
  resendBaseUrl,
  resendBatch: Number(resendBatch),
});
while ((await sendDue(services, WORKSPACE, { limit: 100 })).more);
