import { processClock } from '../../clock.ts';
import { openSession, type Session } from './smtp-session.ts';

/** Mail servers shut out who stays for long (au says so) or sends everything through one connection. */
const MOST_MAILS = 100;
const MOST_MS = 30_000;
/** Longer than a sender pauses between two rounds, shorter than servers wait. */
const IDLE_MS = 2000;

/** A session that is logged in and carries mails for one sender at a time. */
export interface Lent {
  session: Session;
  /** It lay idle before: the server may have closed it without our having heard. */
  reused: boolean;
  mails: number;
  openedAt: number;
}

/** Sessions with one mail server. Free ones outlast a round of sending, so that not every round has to log in again. */
export class SmtpPool {
  private readonly url: string;
  private readonly free = new Map<Lent, NodeJS.Timeout>();

  constructor(url: string) {
    this.url = url;
  }

  /** @throws nodemailer's error when the server cannot be reached or does not let us in */
  async take(signal: AbortSignal): Promise<Lent> {
    for (let lent = this.pop(); lent; lent = this.pop()) {
      if (!lent.session.broken && !isOld(lent)) return { ...lent, reused: true };
      lent.session.quit();
    }
    return { session: await openSession(this.url, signal), reused: false, mails: 0, openedAt: processClock.elapsed() };
  }

  /** @param mails how many it has carried now */
  giveBack(lent: Lent, mails: number): void {
    const free = { ...lent, mails: lent.mails + mails };
    if (free.mails >= MOST_MAILS || isOld(free)) return free.session.quit();
    const end = setTimeout(() => {
      this.free.delete(free);
      free.session.quit();
    }, IDLE_MS);
    this.free.set(free, end);
  }

  /** The one that was given back last: the others may come to their end. */
  private pop(): Lent | undefined {
    const last = [...this.free.keys()].at(-1);
    if (!last) return undefined;
    clearTimeout(this.free.get(last));
    this.free.delete(last);
    return last;
  }
}

const isOld = ({ openedAt }: Lent): boolean => processClock.elapsed() - openedAt > MOST_MS;

const pools = new Map<string, SmtpPool>();

/** This process's sessions with a mail server. */
export function poolOf(url: string): SmtpPool {
  let pool = pools.get(url);
  if (!pool) pools.set(url, (pool = new SmtpPool(url)));
  return pool;
}
