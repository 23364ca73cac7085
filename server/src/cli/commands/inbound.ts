import { text } from 'node:stream/consumers';
import { receiveMail } from '../../inbound/receive.ts';
import { UsageError, type Command } from '../command.ts';
import { withServices } from '../with-services.ts';

export const inboundCommand: Command = {
  summary: 'read one mail that came in',
  help: `Usage: pnpm tabiji inbound < MAIL

Reads one raw mail from standard input and does what it asks for: a mail to the address of TABIJI_INBOUND with the subject
that List-Unsubscribe names stops that topic for its sender's customer; a report of a mail server (DSN) or a complaint (ARF)
reaches the mail it is about. Let the mail server pipe that address and the workspaces' bounce addresses here.

Exit code: 0 also for mails that ask for nothing known, 1 when the database cannot be reached.`,
  options: {},
  async run(input) {
    const { positionals, output } = input;
    if (positionals.length > 0) throw new UsageError('inbound takes no arguments; the mail comes on standard input.');
    const raw = await text(process.stdin);
    await withServices(input, async (services) => {
      output.print((await receiveMail(services, raw)) ?? 'Nothing to do for this mail.');
    });
    return 0;
  },
};
