import { atLocal, isTimeZone } from '@tabiji/shared/time.ts';
import { migrate } from '@tabiji/migrations';
import { handOver } from '../../effects/hand-over.ts';
import { openJourney } from '../../replay/open-journey.ts';
import { readOrders } from '../../replay/read-orders.ts';
import { reportText } from '../../replay/report-text.ts';
import { runReplay } from '../../replay/run-replay.ts';
import { scaleAmounts } from '../../replay/scale-amounts.ts';
import { progressLine } from '../progress-line.ts';
import { UsageError, type Command, type CommandInput } from '../command.ts';
import { READ_HELP, READ_OPTIONS, readOptions } from '../import-options.ts';
import { withServices } from '../with-services.ts';

const LETTERS = 5000;

export const replayCommand: Command = {
  summary: 'what a journey would have done with past purchases',
  help: `Usage: pnpm tabiji replay JOURNEY.json --orders FILE [options]

Runs the production engine over past purchases in a scratch workspace: each order is told at its own time, the clock
moves from wake-up to wake-up, mails are only counted. Nothing is left behind.

  --orders FILE      purchases: CSV, tabs, or columns parted by white space (required); without a header the columns
                     are customer,at,quantity,amount
${READ_HELP}
  --until DATE       stop before this date or instant (until everybody has left)
  --json             print one JSON object

The workspace's zone is --time-zone, or Asia/Tokyo. Conditions on amounts mean them as the file writes them.

Example: pnpm tabiji replay templates/journeys/f2-second-purchase.json --orders purchases.csv --json`,
  options: { ...READ_OPTIONS, orders: { type: 'string' }, until: { type: 'string' }, json: { type: 'boolean' } },
  async run(input) {
    const { values, positionals, output, signal } = input;
    const [journeyFile, ...rest] = positionals;
    if (journeyFile === undefined)
      throw new UsageError('replay needs a journey: pnpm tabiji replay JOURNEY.json --orders FILE');
    if (rest.length > 0) throw new UsageError(`replay takes one journey, not also "${rest[0]}".`);
    const ordersFile = values['orders'];
    if (typeof ordersFile !== 'string') throw new UsageError('replay needs --orders FILE, the purchases to run over.');
    const zone = textOf(values['time-zone']) ?? 'Asia/Tokyo';
    if (!isTimeZone(zone))
      throw new UsageError(`--time-zone "${zone}" is not known. Use an IANA name such as Asia/Tokyo.`);
    const until = untilOf(textOf(values['until']), zone);
    const graph = await openJourney(journeyFile);
    const progress = progressLine(output);
    progress.show(`reading ${ordersFile}`);
    const { orders, decimals } = await readOrders(ordersFile, readOptions(values), zone);
    const report = await withServices(input, async (services, databaseUrl) => {
      await migrate(databaseUrl);
      return runReplay(services.db, scaleAmounts(graph, decimals), orders, {
        zone,
        until,
        signal,
        send: (workspaceId) => handOver(services, workspaceId, { limit: LETTERS }),
        onProgress: ({ at, orders: told, ofOrders }) =>
          progress.show(
            `${new Date(at).toISOString().slice(0, 10)}  ${told.toLocaleString('en')} of ${ofOrders.toLocaleString('en')} orders`,
          ),
      });
    });
    progress.end();
    output.print(values['json'] ? JSON.stringify(report, null, 2) : reportText(report, graph));
    return 0;
  },
};

type Values = CommandInput['values'];

const textOf = (value: Values[string]) => (typeof value === 'string' ? value : undefined);

/** A date means its beginning: nothing of that day happens. */
function untilOf(text: string | undefined, zone: string): number | undefined {
  if (text === undefined) return undefined;
  const at =
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
      ? atLocal(text, '00:00', zone)
      : Date.parse(text);
  if (Number.isNaN(at)) throw new UsageError(`--until "${text}" is not a date such as 1998-07-01.`);
  return at;
}
