import { UsageError, type Command } from '../command.ts';
import { dkimRecord, makeDkimKey, readDkimKey } from '../../dkim-key.ts';

export const dkimCommand: Command = {
  summary: 'make a key that signs mails, and say what to publish in the DNS',
  help: `Usage: pnpm tabiji dkim <domain> [--selector <name>]

Makes a key with which mails that leave by SMTP from this domain are signed (DKIM). Nothing is stored: put the printed
value into TABIJI_DKIM, publish the record it tells you, and start again. Without a domain it tells the record of the key
that is set now.

  --selector <name>   small letters and digits; a new name for each new key (tabiji1)

Example: pnpm tabiji dkim shop.example.com`,
  options: { selector: { type: 'string', default: 'tabiji1' } },
  run({ positionals: [domain, more], values, config, output }) {
    if (more !== undefined) throw new UsageError(`dkim takes one domain, not "${more}" as well.`);
    if (domain === undefined && config.dkim === undefined)
      throw new UsageError('dkim needs a domain, for example shop.example.com.');
    const made = domain === undefined ? undefined : makeDkimKey(domain.toLowerCase(), String(values['selector']));
    const key = made === undefined ? config.dkim : readDkimKey(made);
    if (!key) throw new UsageError(`"${domain}" or "${String(values['selector'])}" cannot be used in the DNS.`);
    if (made !== undefined) output.print(`TABIJI_DKIM=${made}`);
    const { name, value } = dkimRecord(key);
    output.tell(
      `Publish this TXT record (a value longer than 255 characters goes in as several strings):\n${name}\n${value}`,
    );
    return Promise.resolve(0);
  },
};
