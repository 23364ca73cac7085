import { type Finding, worstOf } from '@tabiji/shared/api/domains.ts';
import { UsageError, type Command } from '../command.ts';
import { openDns } from '../../domains/dns.ts';
import { examine } from '../../domains/examine.ts';
import { sendingOf } from '../../domains/sending-of.ts';

const MARKS: Readonly<Record<Finding['state'], string>> = { good: 'good   ', mend: 'MEND   ', unknown: 'unknown' };
const NAMES: Readonly<Record<Finding['topic'], string>> = { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC', mx: 'MX' };
/** Mend is a result, unknown is none. */
const EXIT = { good: 0, mend: 1, unknown: 3 } as const;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

export const doctorCommand: Command = {
  summary: 'ask the DNS whether mails from a domain can arrive',
  help: `Usage: pnpm tabiji doctor domain <name> [--provider smtp|resend] [--lang ja|en]

Looks at SPF, DKIM, DMARC and MX of a From domain, and says of each whether it is good, is to be mended (with the record to
publish) or could not be looked at. Needs no database: of signing keys it knows the server's own (TABIJI_DKIM); those that
are made in the settings are looked at there.

  --provider   by which mails leave (what is set: RESEND_API_KEY alone means resend, else smtp)
  --lang       language of the advice (en)

Exit codes: 0 all is good, 1 something is to be mended, 3 the DNS could not be asked, 2 wrong use.

Example: pnpm tabiji doctor domain shop.example.com`,
  options: { provider: { type: 'string' }, lang: { type: 'string', default: 'en' } },
  async run({ positionals: [what, name, more], values, config, output }) {
    if (what !== 'domain' || name === undefined || more !== undefined)
      throw new UsageError('doctor looks at one domain: pnpm tabiji doctor domain shop.example.com');
    const domain = name.toLowerCase().replace(/\.$/, '');
    if (!DOMAIN.test(domain)) throw new UsageError(`"${name}" is no domain such as shop.example.com.`);
    const { provider, lang } = values;
    if (provider !== undefined && provider !== 'smtp' && provider !== 'resend')
      throw new UsageError('--provider is smtp or resend.');
    if (lang !== 'ja' && lang !== 'en') throw new UsageError('--lang is ja or en.');
    const sending = sendingOf({ provider: provider ?? 'letters' }, config, domain);
    const findings = await examine(openDns(config.dnsServers), sending);
    for (const { topic, state, text, record, remove } of findings) {
      output.print(`${MARKS[state]}  ${NAMES[topic]}: ${text[lang]}`);
      for (const old of remove ?? []) output.print(`         - ${old.name}  ${old.type}  ${old.value}`);
      if (record) output.print(`         + ${record.name}  ${record.type}  ${record.value}`);
    }
    return EXIT[worstOf(findings)];
  },
};
