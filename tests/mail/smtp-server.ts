import { fork } from 'node:child_process';
import path from 'node:path';

export interface TakenMail {
  from: string;
  to: string[];
  raw: Buffer;
}

export interface MailServer extends AsyncDisposable {
  url: string;
  /** In order of arrival. */
  taken: TakenMail[];
  /** How many senders are connected now. */
  connections(): Promise<number>;
}

type Told = { port: number } | { connections: number } | { from: string; to: string[]; raw: string };

/**
 * A real SMTP server in its own process, on loopback.
 * @param take what happens with a mail that arrives; it is kept in `taken` where nothing else is said
 */
export async function startMailServer(take?: (mail: TakenMail) => void): Promise<MailServer> {
  const child = fork(path.join(import.meta.dirname, 'smtp-server-process.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const taken: TakenMail[] = [];
  const keep = (mail: TakenMail) => void taken.push(mail);
  const counted: ((connections: number) => void)[] = [];
  const port = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('the mail server did not start')));
    child.on('message', (message: Told) => {
      if ('port' in message) resolve(message.port);
      else if ('connections' in message) counted.shift()?.(message.connections);
      else (take ?? keep)({ ...message, raw: Buffer.from(message.raw, 'base64') });
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    connections: () =>
      new Promise((resolve) => {
        counted.push(resolve);
        child.send('count');
      }),
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}
