import { ImportOptions } from '@tabiji/shared/api/imports.ts';
import { UsageError, type CommandInput } from './command.ts';

type Values = CommandInput['values'];

/** How a file is read, as options of a command. */
export const READ_OPTIONS = {
  columns: { type: 'string' },
  delimiter: { type: 'string' },
  header: { type: 'boolean' },
  'no-header': { type: 'boolean' },
  encoding: { type: 'string' },
  'time-zone': { type: 'string' },
  decimals: { type: 'string' },
} as const;

export const READ_HELP = `  --columns LIST     fields of the columns in order, such as customer,at,amount; "-" leaves a column out
                     (by the names in the header)
  --delimiter NAME   comma, tab, semicolon or whitespace (detected)
  --header           the first line names the columns (detected)
  --no-header        the first line is data (detected)
  --encoding NAME    utf-8 or shift_jis (detected)
  --time-zone ZONE   of dates and times without one (the workspace's); a date without a time counts as 12:00
  --decimals N       decimals of the amounts, 0 to 4: with 2, 11.77 is kept as 1177 (detected: 0 where no amount
                     has any, else 2)`;

/** @throws UsageError naming the option that cannot be used */
export function readOptions(values: Values): ImportOptions {
  if (values['header'] === true && values['no-header'] === true) {
    throw new UsageError('Say --header or --no-header, not both.');
  }
  const { columns, decimals } = values;
  const parsed = ImportOptions.safeParse({
    delimiter: values['delimiter'],
    encoding: values['encoding'],
    header: values['header'] === true ? true : values['no-header'] === true ? false : undefined,
    columns: typeof columns === 'string' ? columns.split(',').map(columnOf) : undefined,
    timeZone: values['time-zone'],
    decimals: typeof decimals === 'string' ? Number(decimals) : undefined,
    event: values['event'],
    startJourneys: values['start-journeys'] === true,
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new UsageError(`--${name} "${String(values[name] ?? '')}": ${issue?.message ?? 'cannot be used'}.`);
}

const columnOf = (text: string) => (['', '-'].includes(text.trim()) ? null : text.trim());
