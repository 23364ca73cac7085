import { smtp } from '@tabiji/server/messages/providers/smtp.ts';
import { startMailServer } from '../../mail/smtp-server.ts';
import type { Meets, Rig } from './rig.ts';

const LOCAL: Partial<Record<Meets, string>> = {
  'no such mailbox': 'nobody',
  'too busy': 'busy',
  silence: 'hangs',
  'a broken line': 'drops',
};

/** A mail server in a process of its own. */
export async function smtpRig(): Promise<Rig> {
  const server = await startMailServer();
  return {
    provider: smtp,
    config: { smtpUrl: server.url },
    recipient: (meets) => LOCAL[meets] && `${LOCAL[meets]}@example.com`,
    arrived: () =>
      server.taken.map(({ raw, to }) => ({
        messageId: /^Message-ID: (.*)$/im.exec(raw.toString('latin1'))?.[1]?.trim() ?? '',
        to,
      })),
    connections: () => server.connections(),
    at: (port) => ({ smtpUrl: `smtp://127.0.0.1:${port}` }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
