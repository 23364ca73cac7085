import { fork } from 'node:child_process';
import path from 'node:path';

interface TakenMail {
  from: string;
  to: string[];
  raw: Buffer;
}

export interface MailServer extends AsyncDisposable {
  url: string;
  /** In order of arrival. */
  taken: TakenMail[];
}

/** A real SMTP server in its own process, on loopback. */
export async function startMailServer(): Promise<MailServer> {
  const child = fork(path.join(import.meta.dirname, 'smtp-server-process.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const taken: TakenMail[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the mail server did not start')));
    child.on('message', (message: { port: number } | { from: string; to: string[]; raw: string }) => {
      if ('port' in message) resolve(message.port);
      else taken.push({ ...message, raw: Buffer.from(message.raw, 'base64') });
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}
