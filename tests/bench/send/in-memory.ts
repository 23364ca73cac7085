import type { OutsideProvider } from '@tabiji/server/messages/providers/provider.ts';

/** What a provider in this process was given. */
export interface Received {
  mails: number;
  bytes: number;
  /** Each key, to see that none came twice. */
  keys: Set<string>;
}

/**
 * A service in this process that takes every byte of a mail, as a socket would, and asks before it does whether the mail
 * may leave. It knows idempotency keys, so the sender treats it like Resend.
 */
export function inMemory(): OutsideProvider & { received: Received } {
  const wire = Buffer.alloc(4 << 20);
  const provider: OutsideProvider & { received: Received } = {
    where: 'outside',
    sameKeyIsSafe: true,
    concurrency: 4,
    received: { mails: 0, bytes: 0, keys: new Set() },
    open: () => ({
      async hand(mail, { mayLeave }) {
        if (!(await mayLeave())) return { kind: 'withdrawn' };
        let at = 0;
        const head = JSON.stringify({ to: mail.to, from: mail.from, subject: mail.subject, headers: mail.headers });
        for (const buffer of [Buffer.from(head), ...mail.html.buffers, Buffer.from(mail.text)])
          at += buffer.copy(wire, at);
        const { received } = provider;
        received.mails += 1;
        received.bytes += at;
        received.keys.add(mail.key);
        return { kind: 'accepted', providerId: null };
      },
      close: () => undefined,
    }),
  };
  return provider;
}
