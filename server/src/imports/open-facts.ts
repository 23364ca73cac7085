import type { ImportKind, ImportOptions } from '@tabiji/shared/api/imports.ts';
import { fieldNamed } from './fields.ts';
import { mapColumns, type Mapping } from './map-columns.ts';
import { rowParser, type Parsed } from './parse-row.ts';
import type { Detected } from './read/detect.ts';
import type { Values } from './row-fields.ts';
import { openRows } from './read/rows.ts';
import { decimalsOf } from './values/number.ts';

export interface OpenFacts {
  detected: Detected;
  mapping: Mapping;
  decimals: number;
  /** One per row, in the order of the file. Rows without an id share theirs with identical rows until numbered. */
  parsed: AsyncIterable<Parsed>;
  bytesRead: () => number;
  /** Closes the file where its rows are not walked through. */
  close: () => Promise<void>;
}

/**
 * Opens a file of customers, orders or events: detects what the options leave open and reads each row as a fact.
 * @param zone the workspace's; `options.timeZone` wins
 * @param defaults what a row is taken to say where it says nothing
 * @throws AppError `invalid` when the file or the mapping cannot be used at all
 */
export async function openFacts(
  stream: AsyncIterable<Uint8Array>,
  kind: ImportKind,
  options: ImportOptions,
  zone: string,
  defaults: Values = {},
): Promise<OpenFacts> {
  const isName = (cell: string) => fieldNamed(kind, cell) !== undefined;
  const { detected, rows, bytesRead, close } = await openRows(stream, { ...options, isName });
  const mapping = mapColumns(kind, detected, options);
  const decimals = options.decimals ?? guessDecimals(detected, mapping);
  const parse = rowParser(kind, mapping, {
    zone: options.timeZone ?? zone,
    decimals,
    event: options.event,
    defaults,
    exactColumns: detected.delimiter === 'whitespace',
  });
  async function* parsed(): AsyncGenerator<Parsed> {
    for await (const row of rows) yield parse(row);
  }
  return { detected, mapping, decimals, parsed: parsed(), bytesRead, close };
}

/** None where no amount at the file's beginning has decimals other than zeros (`1200.00`), else 2, or more if needed. */
function guessDecimals(detected: Detected, mapping: Mapping): number {
  const columns = mapping.flatMap((field, index) => (MONEY.has(field ?? '') ? [index] : []));
  const longest = detected.samples.reduce(
    (most, { cells }) => Math.max(most, ...columns.map((column) => decimalsOf(cells[column] ?? ''))),
    0,
  );
  return longest === 0 ? 0 : Math.min(4, Math.max(2, longest));
}

const MONEY = new Set(['amount', 'refunded', 'items.price']);
