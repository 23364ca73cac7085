import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Whether an IP address belongs to the public internet: not to this machine, its network, its provider or a test range. */
export const isPublicAddress = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address); // mapped IPv6 is judged as the IPv4 address inside
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || (parsed instanceof ipaddr.IPv6 && parsed.match(GLOBAL, 3));
};

/** Of IPv6, all that has ever been given out; old forms of IPv4 lie outside. */
const GLOBAL = ipaddr.IPv6.parse('2000::');

/** `host:port` of a URL, as the operator's list writes it. */
export const hostAndPort = ({ hostname, port, protocol }: URL): string =>
  `${hostname}:${port || (protocol === 'http:' ? '80' : '443')}`;

/** Why a URL may not be called, as far as its text says; the addresses behind its name are judged when they are used. */
export function whyNotCalled(url: URL, allowed: ReadonlySet<string>): string | undefined {
  if (url.username !== '' || url.password !== '') return 'the address contains a user or password';
  if (allowed.has(hostAndPort(url)) && (url.protocol === 'http:' || url.protocol === 'https:')) return undefined;
  if (url.protocol !== 'https:') return 'only https:// is called';
  if (url.port !== '') return `port ${url.port} is not called`;
  if (url.hostname.endsWith('.')) return 'a name with a dot at its end is not called';
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) && !isPublicAddress(literal)) return `${literal} is not a public address`;
  return undefined;
}
