import type { Finding } from '@tabiji/shared/api/domains.ts';
import type { Dns } from './dns.ts';
import type { Sending } from './finding.ts';
import { lookAtDkim } from './look-at-dkim.ts';
import { lookAtDmarc } from './look-at-dmarc.ts';
import { lookAtMx } from './look-at-mx.ts';
import { lookAtSpf } from './look-at-spf.ts';

/** Everything that receivers of mails look up about their From domain, with what is to be done. */
export const examine = (dns: Dns, sending: Sending): Promise<Finding[]> =>
  Promise.all([lookAtSpf(dns, sending), lookAtDkim(dns, sending), lookAtDmarc(dns, sending), lookAtMx(dns, sending)]);
