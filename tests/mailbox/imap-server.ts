import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ImapFlow } from 'imapflow';

export const PASSWORD = 'p@ss word';

/** A real IMAP server on loopback, and a mail program that looks into the same mailbox. */
export async function startImapServer() {
  const child = fork(path.join(import.meta.dirname, 'imap-server-process.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const program = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    doSTARTTLS: false,
    auth: { user: 'bounce', pass: PASSWORD },
    logger: false,
  });
  program.on('error', () => undefined); // the server may be ended first
  await program.connect();
  return {
    port,
    /** Puts a mail into the mailbox, as a mail server would. */
    deliver: (raw: string) => program.append('INBOX', Buffer.from(raw)),
    /** Numbers of the mails in the inbox, with their flags. */
    async flags() {
      await program.mailboxOpen('INBOX');
      const found: string[][] = [];
      for await (const mail of program.fetch('1:*', { flags: true }))
        found.push([...(mail.flags ?? [])].toSorted(order));
      return found;
    },
    /** From now on the server does not give out this mail. */
    async refuse(uid: number) {
      child.send(String(uid));
      await once(child, 'message');
    },
    /** From now on the mails have other numbers, as after a restored backup. */
    async renumber() {
      child.send('renumber');
      await once(child, 'message');
    },
    async [Symbol.asyncDispose]() {
      program.close();
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const order = (a: string, b: string) => (a < b ? -1 : 1);
