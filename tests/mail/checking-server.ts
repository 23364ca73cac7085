import { fork } from 'node:child_process';
import path from 'node:path';

/** A mail as the server found it. */
export interface CheckedMail {
  to: string;
  /** Sentences of the checklist that it breaks. */
  wrong: string[];
}

/**
 * A real SMTP server in its own process, on loopback, that reads every mail with a parser of its own and checks it
 * against `mailOf` in many.ts.
 * @param take is told what was found, in order of arrival
 */
export async function startCheckingServer(take: (mail: CheckedMail) => void) {
  const child = fork(path.join(import.meta.dirname, 'checking-server-process.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the mail server did not start')));
    child.on('message', (message: { port: number } | CheckedMail) => {
      if ('port' in message) resolve(message.port);
      else take(message);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}
