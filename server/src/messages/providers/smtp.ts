import { addressOnWire } from '@tabiji/shared/sending/address.ts';
import type { DkimKey } from '../../dkim-key.ts';
import { mime } from './mime.ts';
import type { Attempt, Connection, Handed, Mail, OutsideProvider } from './provider.ts';
import { signed } from './sign.ts';
import { hasHungUp, outcomeOf } from './smtp-outcome.ts';
import { type Lent, poolOf, type SmtpPool } from './smtp-pool.ts';

/** A mail server. It knows no idempotency keys, so an unknown outcome stays unknown: never twice. */
export const smtp: OutsideProvider = {
  where: 'outside',
  sameKeyIsSafe: false,
  signs: true,
  concurrency: 6,
  open(config) {
    if (config.smtpUrl === undefined) return { missing: 'TABIJI_SMTP_URL is not set, so mails cannot leave by SMTP.' };
    return connectionTo(poolOf(config.smtpUrl), config.dkim);
  },
};

const connectionTo = (pool: SmtpPool, key: DkimKey | undefined): Connection => ({
  async hand(mail, attempt) {
    try {
      const raw = await signed(await mime(mail), mail.from.address, mail.dkim ?? key);
      for (;;) {
        const lent = await pool.take(attempt.signal);
        const handed = await carry(pool, lent, raw, mail, attempt);
        if (handed !== 'hung up') return handed;
      }
    } catch (error) {
      return outcomeOf(error, false);
    }
  },
  close: () => undefined, // free sessions stay for the next round
});

/** @returns `hung up` when a session that lay idle was closed and the mail's content has not been asked for */
async function carry(
  pool: SmtpPool,
  lent: Lent,
  raw: Buffer,
  mail: Mail,
  { signal, mayLeave }: Attempt,
): Promise<Handed | 'hung up'> {
  const { session } = lent;
  const body = session.prepare(raw);
  try {
    if (!(await mayLeave())) {
      pool.giveBack(lent, 0);
      return { kind: 'withdrawn' };
    }
    const answer = await body.send({ from: mail.returnPath ?? mail.from.address, to: addressOnWire(mail.to) }, signal);
    pool.giveBack(lent, 1);
    return { kind: 'accepted', providerId: answer };
  } catch (error) {
    const handed = outcomeOf(error, body.begun);
    if (handed.kind === 'refused' && !body.begun) await tidy(pool, lent, signal);
    else session.destroy();
    return lent.reused && !body.begun && hasHungUp(error) && !signal.aborted ? 'hung up' : handed;
  }
}

/** After a refused recipient the session is as good as before. */
async function tidy(pool: SmtpPool, lent: Lent, signal: AbortSignal): Promise<void> {
  try {
    await lent.session.reset(signal);
    pool.giveBack(lent, 1);
  } catch {
    lent.session.destroy(); // the answer about the mail stands
  }
}
