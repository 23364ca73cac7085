import type { Delimiter } from '@tabiji/shared/api/imports.ts';
import { delimiterCharacter, toRows } from './cells.ts';
import type { Line } from './lines.ts';
import { RecordAssembler } from './records.ts';

const SAMPLE = 200;

/** How well a delimiter explains the lines: how many cells most rows have, and what share of the rows has so many. */
interface Fit {
  delimiter: Delimiter;
  columns: number;
  share: number;
}

/**
 * The delimiter that cuts most lines into the same number (≥ 2) of cells. A tab wins over comma and semicolon, these
 * over white space, which also stands inside names and between date and time. Commas that only group thousands
 * (`1,234`) separate nothing. One column only: comma.
 * @param columns how many there are, where that is known
 */
export function guessDelimiter(lines: readonly Line[], columns?: number): Delimiter {
  const sample = lines.filter(({ text }) => text.trim() !== '').slice(0, SAMPLE);
  const fits = (['tab', 'comma', 'semicolon'] as const).map((delimiter) => fit(sample, delimiter)).filter(explains);
  const whitespace = fit(sample, 'whitespace');
  const expected = [...fits, whitespace].filter((one) => one.columns === columns && explains(one));
  if (expected[0] && expected.length === 1) return expected[0].delimiter;
  const best = fits.toSorted((a, b) => b.share - a.share || b.columns - a.columns)[0];
  if (best === undefined) return explains(whitespace) ? 'whitespace' : 'comma';
  if (best.delimiter === 'comma' && explains(whitespace) && sample.every(({ text }) => onlyThousands(text))) {
    return 'whitespace';
  }
  const tab = fits.find(({ delimiter }) => delimiter === 'tab');
  return tab && tab.share >= best.share ? 'tab' : best.delimiter;
}

const explains = ({ columns, share }: Fit) => columns >= 2 && share >= 0.6;

function fit(sample: readonly Line[], delimiter: Delimiter): Fit {
  const assembler = new RecordAssembler(delimiterCharacter(delimiter));
  const records = sample.flatMap((line) => assembler.push(line));
  const rows = toRows(records, delimiter).filter(({ broken }) => broken === null);
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [columns, rowsWithSoMany] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [0, 0];
  return { delimiter, columns, share: records.length === 0 ? 0 : rowsWithSoMany / records.length };
}

const onlyThousands = (text: string) => !text.replaceAll(/\d{1,3}(,\d{3})+(?!\d)/g, '').includes(',');
