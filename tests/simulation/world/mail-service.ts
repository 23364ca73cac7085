import type { Attempt, Handed, Mail, OutsideProvider } from '@tabiji/server/messages/providers/provider.ts';
import { ROUGH_MS } from './begin.ts';
import type { Process } from './process.ts';
import type { World } from './world.ts';

const DAY = 24 * 3_600_000;

interface Accepted {
  at: number;
  body: string;
  id: string;
}

/** What the world behind the socket sees; it outlives every process. */
export class MailService {
  /** How often each key has been accepted. */
  readonly accepted = new Map<string, number>();
  readonly refused: ReadonlySet<string>;
  readonly #world: World;
  readonly #keyed: boolean;
  readonly #known = new Map<string, Accepted>();
  readonly #outages: [from: number, until: number][] = [];
  /** Hears of every request that starts. */
  onRequest: (mail: Mail) => void = () => undefined;

  constructor(world: World, { keyed, refused }: { keyed: boolean; refused: ReadonlySet<string> }) {
    this.#world = world;
    this.#keyed = keyed;
    this.refused = refused;
    for (let i = 0; i < 3; i++)
      if (world.faults.strikes('provider_outage')) {
        const from = world.clockwork.now + world.random.next() * ROUGH_MS;
        this.#outages.push([
          from,
          Math.min(from + world.random.heavy(60_000, 1.5 * DAY), world.clockwork.now + ROUGH_MS),
        ]);
      }
  }

  get #isDown(): boolean {
    const { now } = this.#world.clockwork;
    return this.#outages.some(([from, until]) => now >= from && now < until);
  }

  /** The service as one process reaches it. */
  from(process: Process): OutsideProvider {
    return {
      where: 'outside',
      sameKeyIsSafe: this.#keyed,
      concurrency: 2,
      open: () => ({ hand: (mail, attempt) => this.#hand(process, mail, attempt), close: () => undefined }),
    };
  }

  async #hand(process: Process, plain: Mail, attempt: Attempt): Promise<Handed> {
    const { mutant } = this.#world;
    const mail = mutant.mail?.(plain, this.#world) ?? plain;
    await process.park('connect', () => undefined);
    if (!(await attempt.mayLeave())) return { kind: 'withdrawn' };
    if (this.#keyed) await process.park('write', () => undefined); // connecting may take its time; it looks once more
    if (!attempt.isFresh()) return { kind: 'later', because: 'stale' };
    return this.#request(process, mail, attempt.signal);
  }

  #request(process: Process, mail: Mail, signal: AbortSignal): Promise<Handed> {
    const { clockwork, faults, random, log } = this.#world;
    this.onRequest(mail);
    return new Promise((resolve) => {
      const answer = (handed: Handed) => process.park('answer', () => handed).then((heard) => resolve(heard));
      const silence = (handed: Handed) => signal.addEventListener('abort', () => void answer(handed), { once: true });
      const way = random.int(1, 300) + (faults.strikes('provider_slow') ? random.heavy(1000, 60 * 3_600_000) : 0);
      const isLost = faults.strikes('provider_lost');
      const isSilent = faults.strikes('provider_silent');
      silence({ kind: 'unknown', because: 'deadline' });
      if (isLost) return;
      clockwork.after(way, () => {
        if (signal.aborted) return false; // the socket is destroyed: nothing arrives any more
        if (faults.strikes('provider_busy')) {
          const afterMs = random.chance(0.5) ? { afterMs: random.heavy(1000, 3 * 3_600_000) } : {};
          void answer({ kind: 'later', because: '429', everybody: true, busy: true, ...afterMs });
        } else if (this.#isDown || faults.strikes('provider_down')) void answer({ kind: 'unknown', because: '503' });
        else {
          const handed = this.#accept(mail);
          log.note(clockwork.now, 'provider', `${handed.kind} ${mail.key.slice(0, 8)}`);
          if (!isSilent) void answer(handed);
        }
        return true;
      });
    });
  }

  #accept(mail: Mail): Handed {
    if (this.refused.has(mail.to)) return { kind: 'refused', because: 'no such mailbox' };
    const { clockwork, broken } = this.#world;
    const body = JSON.stringify(mail);
    const known = this.#known.get(mail.key);
    if (this.#keyed && known && clockwork.now - known.at < DAY) {
      if (known.body === body) return { kind: 'accepted', providerId: known.id };
      broken('a retry repeats the mail to the byte', mail.key);
      return { kind: 'unknown', because: 'invalid_idempotent_request', final: true };
    }
    const times = (this.accepted.get(mail.key) ?? 0) + 1;
    this.accepted.set(mail.key, times);
    if (times > 1) broken('no letter is accepted twice', `${mail.key} to ${mail.to}`);
    const id = `mail-${this.#known.size}`;
    this.#known.set(mail.key, { at: clockwork.now, body, id });
    return { kind: 'accepted', providerId: id };
  }
}
