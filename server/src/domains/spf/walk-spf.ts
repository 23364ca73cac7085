import type { Dns } from '../dns.ts';
import { isSpf, parseSpf, type Mechanism, type Spf } from './parse-spf.ts';

/** What receivers meet who evaluate an SPF record to its end (RFC 7208, 4.6). */
export interface SpfWalk {
  /** Questions that receivers must ask; after ten they give up. */
  lookups: number;
  /** Of these, the ones that nothing was answered to; after two they give up. */
  voids: number;
  /** Domains whose records are taken in. */
  included: readonly string[];
  /** Whoever is not named may send. */
  allowsAll: boolean;
  /** Nothing is said about those who are not named. */
  isOpenEnded: boolean;
  /** The first thing that makes the record worthless. */
  trouble?: { code: 'syntax' | 'include_missing' | 'several' | 'loop'; domain: string; term?: string };
  unreachable: boolean;
}

/** Receivers stop at ten; twice as many are looked at, to say how many there are. */
const MOST = 20;
const ASKING = new Set<Mechanism['name']>(['include', 'a', 'mx', 'ptr', 'exists']);

/** Follows an SPF record through everything it takes in. */
export async function walkSpf(dns: Dns, domain: string, spf: Spf): Promise<SpfWalk> {
  const walk = { lookups: 0, voids: 0, included: [] as string[], unreachable: false };
  let trouble: SpfWalk['trouble'];

  async function recordOf(name: string, term: string): Promise<Spf | undefined> {
    const answer = await dns.txt(name);
    if (answer.kind === 'unreachable') walk.unreachable = true;
    if (answer.kind === 'unreachable') return undefined;
    if (answer.kind === 'none') walk.voids++;
    const records = answer.kind === 'found' ? answer.records.filter(isSpf) : [];
    if (records.length !== 1)
      trouble ??= { code: records.length === 0 ? 'include_missing' : 'several', domain: name, term };
    const parsed = records.length === 1 ? parseSpf(records[0]!) : undefined;
    if (parsed && 'wrong' in parsed) trouble ??= { code: 'syntax', domain: name, term: parsed.wrong };
    return parsed && !('wrong' in parsed) ? parsed : undefined;
  }

  async function askFor({ name, value }: Mechanism, at: string): Promise<void> {
    const host = value || at;
    if (host.includes('%') || (name !== 'a' && name !== 'mx' && name !== 'exists')) return; // depends on the mail
    const answer = await (name === 'mx' ? dns.mx(host) : dns.address(host));
    if (answer.kind === 'unreachable') walk.unreachable = true;
    if (answer.kind === 'none') walk.voids++;
  }

  async function follow(at: string, record: Spf, above: readonly string[]): Promise<void> {
    const takeIn = async (target: string, term: string): Promise<void> => {
      if (target.includes('%')) return;
      walk.included.push(target);
      if (above.includes(target)) trouble ??= { code: 'loop', domain: target, term };
      const next = above.includes(target) ? undefined : await recordOf(target, term);
      if (next) await follow(target, next, [...above, target]);
    };
    for (const mechanism of record.mechanisms) {
      if (mechanism.name === 'all') return;
      if (ASKING.has(mechanism.name)) walk.lookups++;
      if (walk.lookups > MOST) return;
      if (mechanism.name === 'include') await takeIn(mechanism.value, `include:${mechanism.value}`);
      else await askFor(mechanism, at);
    }
    if (record.redirect === undefined) return;
    walk.lookups++;
    if (walk.lookups <= MOST) await takeIn(record.redirect, `redirect=${record.redirect}`);
  }

  await follow(domain, spf, [domain]);
  const all = spf.mechanisms.find(({ name }) => name === 'all');
  return {
    ...walk,
    allowsAll: all?.qualifier === '+',
    isOpenEnded: all === undefined && spf.redirect === undefined,
    ...(trouble && { trouble }),
  };
}
