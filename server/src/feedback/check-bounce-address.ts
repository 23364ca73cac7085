import type { BounceAddressCheck } from '@tabiji/shared/api/feedback.ts';
import { domainOf } from '@tabiji/shared/sending/sender.ts';
import type { Config } from '../config.ts';
import { openDns } from '../domains/dns.ts';

/** Whether mails reach the domain of a bounce address at all (its MX record, or an address: RFC 5321, 5.1). */
export async function checkBounceAddress(
  { dnsServers }: Pick<Config, 'dnsServers'>,
  address: string,
): Promise<BounceAddressCheck> {
  const domain = domainOf(address);
  const dns = openDns(dnsServers);
  const mx = await dns.mx(domain);
  if (mx.kind === 'unreachable') return { domain, reached: 'unknown', hosts: [] };
  if (mx.kind === 'found') {
    const hosts = mx.records.filter((host) => host !== '');
    return { domain, reached: hosts.length > 0 ? 'yes' : 'no', hosts };
  }
  const { kind } = await dns.address(domain);
  return { domain, reached: kind === 'found' ? 'yes' : kind === 'none' ? 'no' : 'unknown', hosts: [] };
}
