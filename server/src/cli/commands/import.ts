import { ImportKind, type ImportRow } from '@tabiji/shared/api/imports.ts';
import path from 'node:path';
import { importFile } from '../../imports/import-file.ts';
import { UsageError, type Command, type CommandInput } from '../command.ts';
import { READ_HELP, READ_OPTIONS, readOptions } from '../import-options.ts';
import { progressLine } from '../progress-line.ts';
import { withServices } from '../with-services.ts';

const SOME_REFUSED = 3;

export const importCommand: Command = {
  summary: 'take in a file of customers, orders or events',
  help: `Usage: pnpm tabiji import customers|orders|events FILE [options]

Takes a file in, 5,000 rows at a time. Rows that cannot be taken in are written to FILE.refused.csv with line and
reason, the rest goes in. Importing the same file again changes nothing. The past starts no journey unless asked to.

${READ_HELP}
  --event NAME       name of the event, where the rows of a file of events carry none
  --start-journeys   let what the file tells start journeys (it is stored and counted only)
  --workspace ID     which workspace (the first one)
  --resume ID        go on with an import that was cut off, behind the last rows stored

Exit code: 0 all rows went in, 1 failed, 2 wrong use, 3 some rows were refused.

Example: pnpm tabiji import orders orders.csv --columns id,customer,at,amount`,
  options: {
    ...READ_OPTIONS,
    event: { type: 'string' },
    'start-journeys': { type: 'boolean' },
    workspace: { type: 'string' },
    resume: { type: 'string' },
  },
  async run(input) {
    const { values, positionals, output, signal } = input;
    const { kind, file } = whatAndWhere(positionals);
    const about = {
      kind,
      path: path.resolve(file),
      options: readOptions(values),
      workspaceId: numberOf(values, 'workspace'),
      resume: numberOf(values, 'resume'),
    };
    const progress = progressLine(output);
    return await withServices(input, async (services) => {
      const { row, refusedFile } = await importFile(services, {
        ...about,
        signal,
        onProgress: (one) => progress.show(`${path.basename(file)}: ${percent(one)}, ${numbers(one)}`),
        onTrouble: (reason) => output.tell(`${reason} Trying again.`),
      });
      progress.end();
      output.print(`${path.basename(file)}: ${numbers(row)}.`);
      if (refusedFile !== null) output.tell(`The refused rows, with line and reason: ${refusedFile}`);
      if (row.state === 'done') return row.rowsRefused > 0 ? SOME_REFUSED : 0;
      output.tell(`${row.error ?? `The import was stopped (${row.state}).`}${wayOn(row, kind, file)}`);
      return 1;
    });
  },
};

function whatAndWhere([kind, file, ...rest]: string[]): { kind: ImportKind; file: string } {
  const known = ImportKind.safeParse(kind);
  if (!known.success) throw new UsageError(`Say what the file holds: ${ImportKind.options.join(', ')}.`);
  if (file === undefined) throw new UsageError(`Name the file: pnpm tabiji import ${known.data} FILE`);
  if (rest.length > 0) throw new UsageError(`import takes one file, not also "${rest[0]}".`);
  return { kind: known.data, file };
}

function numberOf(values: CommandInput['values'], name: 'workspace' | 'resume'): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  if (typeof text !== 'string' || !/^\d{1,9}$/.test(text)) throw new UsageError(`--${name} takes a number.`);
  return Number(text);
}

const percent = ({ bytesDone, bytesTotal }: ImportRow) =>
  `${Math.floor((bytesDone / Math.max(bytesTotal, 1)) * 100)}%`.padStart(4);

const numbers = ({ rowsStored, rowsUnchanged, rowsRefused }: ImportRow) =>
  `${count(rowsStored)} stored, ${count(rowsUnchanged)} unchanged, ${count(rowsRefused)} refused`;

const count = (n: number) => n.toLocaleString('en');

const wayOn = ({ id, state }: ImportRow, kind: ImportKind, file: string) =>
  state === 'cancelled' ? '' : `\nGo on with: pnpm tabiji import ${kind} ${file} --resume ${id}`;
