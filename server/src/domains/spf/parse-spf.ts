import ipaddr from 'ipaddr.js';

/** One term of an SPF record that says who may send. */
export interface Mechanism {
  qualifier: '+' | '-' | '~' | '?';
  name: 'all' | 'include' | 'a' | 'mx' | 'ptr' | 'ip4' | 'ip6' | 'exists';
  /** Domain, address or network; '' where the term has none. */
  value: string;
}

export interface Spf {
  mechanisms: readonly Mechanism[];
  /** Whose record counts where no mechanism matches. */
  redirect?: string;
}

const MECHANISM = /^([+?~-]?)(all|include|a|mx|ptr|ip4|ip6|exists)(?:[:]([^\s]+?))?(?:(\/\d{1,3})?(\/\/\d{1,3})?)?$/i;
const MODIFIER = /^([a-z][a-z0-9._-]*)=(\S*)$/i;
const NEEDS_VALUE = new Set(['include', 'ip4', 'ip6', 'exists']);
const LENGTHS = { ipv4: 32, ipv6: 128 } as const;

/** Whether a TXT record is one of SPF (RFC 7208, 4.5). */
export const isSpf = (text: string): boolean => /^v=spf1( |$)/i.test(text);

/** An SPF record, or the term that is not one (RFC 7208, 5 and 6). */
export function parseSpf(text: string): Spf | { wrong: string } {
  const mechanisms: Mechanism[] = [];
  const redirects: string[] = [];
  for (const term of text.trim().split(/ +/).slice(1)) {
    const modifier = MODIFIER.exec(term);
    if (modifier) {
      if (modifier[1]!.toLowerCase() === 'redirect') redirects.push(modifier[2]!);
      continue; // others are for the future
    }
    const mechanism = mechanismOf(term);
    if (!mechanism) return { wrong: term };
    mechanisms.push(mechanism);
  }
  if (redirects.length > 1 || redirects[0] === '') return { wrong: `redirect=${redirects.at(-1)}` };
  return { mechanisms, ...(redirects[0] !== undefined && { redirect: domainIn(redirects[0]) }) };
}

function mechanismOf(term: string): Mechanism | undefined {
  const found = MECHANISM.exec(term);
  if (!found) return undefined;
  const name = found[2]!.toLowerCase() as Mechanism['name'];
  const value = found[3] ?? '';
  const [four, six] = [found[4], found[5]];
  if (NEEDS_VALUE.has(name) !== (value !== '') && (NEEDS_VALUE.has(name) || name === 'all')) return undefined;
  const takesLength = name === 'a' || name === 'mx' || name === 'ip4' || name === 'ip6';
  if (!takesLength && (four !== undefined || six !== undefined)) return undefined;
  if ((name === 'ip4' || name === 'ip6') && !isNetwork(name, value, four, six)) return undefined;
  const qualifier = (found[1] || '+') as Mechanism['qualifier'];
  return { qualifier, name, value: name === 'ip4' || name === 'ip6' ? value : domainIn(value) };
}

function isNetwork(name: 'ip4' | 'ip6', value: string, length: string | undefined, six: string | undefined): boolean {
  if (six !== undefined || !ipaddr.isValid(value)) return false;
  const kind = ipaddr.parse(value).kind();
  if (kind !== (name === 'ip4' ? 'ipv4' : 'ipv6')) return false;
  return length === undefined || Number(length.slice(1)) <= LENGTHS[kind];
}

const domainIn = (value: string): string => value.replace(/\.$/, '').toLowerCase();
