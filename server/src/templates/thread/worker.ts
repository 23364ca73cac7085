import { parentPort } from 'node:worker_threads';
import { runChecks } from '../checks/run-checks.ts';
import { checkHere } from '../check-here.ts';
import { withoutComments, withoutDefaults } from '../mjml-source.ts';
import { preheaderOf } from '../preheader.ts';
import { textPart } from '../text-part.ts';
import type { Answer, Ask } from './messages.ts';

/** Compiles and looks through one template after the other. */
parentPort?.on('message', (ask: Ask) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
  void answerTo(ask).then((answer) => parentPort?.postMessage(answer));
});
await import('mjml'); // before the first template's time begins
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has none
parentPort?.postMessage('ready');

async function answerTo({ source, look, ...options }: Ask): Promise<Answer> {
  const checked = await checkHere(source, options);
  if (!look || !checked.compiled) return { checked, findings: [] };
  const { html } = checked.compiled;
  const mail = { subject: source.subject, source: withoutDefaults(withoutComments(source.mjml)), html, ...look };
  return { checked, findings: runChecks({ ...mail, text: textPart(html), preheader: preheaderOf(html) }) };
}
