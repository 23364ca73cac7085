import { resend } from '@tabiji/server/messages/providers/resend.ts';
import { type Manner, startResendStandIn } from '../../mail/resend-stand-in.ts';
import type { Meets, Rig } from './rig.ts';

const MANNER: Record<Meets, Manner> = {
  'no such mailbox': 'invalid',
  'too busy': 'busy-without-time',
  'too busy for a second': 'busy',
  silence: 'hang',
  'a broken line': 'drop',
};

/** A stand-in of Resend's API that keeps its keys. */
export async function resendRig(): Promise<Rig> {
  const service = await startResendStandIn();
  return {
    provider: resend,
    config: { resendApiKey: 're_test', resendBaseUrl: service.url },
    recipient(meets) {
      service.manners.push(MANNER[meets]);
      return 'somebody@example.com';
    },
    arrived: () =>
      [...service.accepted.values()].map(({ headers, to }) => ({ messageId: headers['Message-ID'] ?? '', to })),
    connections: () => service.connections(),
    at: (port) => ({ resendApiKey: 're_test', resendBaseUrl: `http://127.0.0.1:${port}` }),
    [Symbol.asyncDispose]: () => service[Symbol.asyncDispose](),
  };
}
