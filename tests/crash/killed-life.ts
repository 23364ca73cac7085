import { servicesOn } from '../mail/services.ts';
import { strikeAt, type Position } from './cut-statements.ts';
import { stepsOf } from './lived-through.ts';

/** Lives through the steps in a process of its own, which ends at one of its statements as if the power went. */
const [url = '', workspace = '', at = '', position = '', resendBaseUrl = ''] = process.argv.slice(2);
strikeAt(new URL(url).pathname.slice(1), {
  at: Number(at),
  position: position as Position,
  strike: () => process.kill(process.pid, 'SIGKILL'),
});
await using services = servicesOn(url, { resendApiKey: 're_test', resendBaseUrl });
for (const step of stepsOf(services, Number(workspace))) await step();
