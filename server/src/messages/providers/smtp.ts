import { addressOnWire } from '@tabiji/shared/sending/address.ts';
import type { DkimKey } from '../../dkim-key.ts';
import { mime } from './mime.ts';
import type { OutsideProvider, Connection, Handed } from './provider.ts';
import { signed } from './sign.ts';
import { openSession, type Session } from './smtp-session.ts';

/** A mail server. It knows no idempotency keys, so an unknown outcome stays unknown: never twice. */
export const smtp: OutsideProvider = {
  where: 'outside',
  sameKeyIsSafe: false,
  concurrency: 3,
  open(config) {
    if (config.smtpUrl === undefined) return { missing: 'TABIJI_SMTP_URL is not set, so mails cannot leave by SMTP.' };
    return connectionTo(config.smtpUrl, config.dkim);
  },
};

/** Sessions are logged in once and carry one mail after the other. */
function connectionTo(url: string, key: DkimKey | undefined): Connection {
  const idle: Session[] = [];
  return {
    async hand(mail, { signal, mayLeave }) {
      let session: Session | undefined;
      let body: ReturnType<Session['prepare']> | undefined;
      try {
        const raw = await signed(await mime(mail), mail.from.address, key);
        while (session === undefined || session.broken) session = idle.pop() ?? (await openSession(url, signal));
        body = session.prepare(raw);
        if (!(await mayLeave())) {
          idle.push(session);
          return { kind: 'withdrawn' };
        }
        const answer = await body.send({ from: mail.from.address, to: addressOnWire(mail.to) }, signal);
        idle.push(session);
        return { kind: 'accepted', providerId: answer };
      } catch (error) {
        session?.destroy();
        return outcomeOf(error, body?.begun ?? false);
      }
    },
    close() {
      for (const session of idle) session.quit();
    },
  };
}

/** @param begun the mail's content was on its way: without an answer nobody knows whether it was accepted */
function outcomeOf(error: unknown, begun: boolean): Handed {
  const { code, command, responseCode, permanent, message } = error as Error & {
    code?: string;
    command?: string;
    responseCode?: number;
    permanent?: boolean;
  };
  const because = `smtp ${[responseCode ?? code, command].filter(Boolean).join(' ')}: ${message}`.slice(0, 300);
  if (responseCode !== undefined) {
    const aboutThisMail = command !== 'MAIL FROM' && (code === 'EENVELOPE' || code === 'EMESSAGE');
    if (permanent && aboutThisMail) return { kind: 'refused', because };
    return { kind: 'later', because, everybody: !aboutThisMail };
  }
  if (begun) return { kind: 'unknown', because };
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'refused', because }; // larger than the server allows
  return { kind: 'later', because, everybody: true };
}
