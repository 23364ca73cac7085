import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { ImportKind } from '@tabiji/shared/api/imports.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { FIELDS, FREE } from './fields.ts';
import type { Mapping } from './map-columns.ts';
import type { Row } from './read/row.ts';
import { Refused } from './refusal.ts';
import { rowKey } from './row-key.ts';
import { fieldReaders, type FieldReader, type Values } from './row-fields.ts';
import { FACTS } from './row-facts.ts';

/** A row as a fact, or why it is refused. */
export type Parsed =
  | {
      line: number;
      raw: string;
      fact: Fact;
      /** Set where the row has no id of its own. */ key: string | null;
      reason: null;
    }
  | { line: number; raw: string; fact: null; key: null; reason: Words };

export interface ParseOptions {
  /** IANA zone in which dates and times without a zone are meant. */
  zone: string;
  decimals: number;
  /** Name of the event where rows carry none. */
  event: string | undefined;
  /** What a row is taken to say where it says nothing. */
  defaults?: Values;
  /** Cells are separated by runs of white space: a missing value would shift all that follow. */
  exactColumns: boolean;
}

/** Makes the reader of one file's rows. */
export function rowParser(kind: ImportKind, mapping: Mapping, options: ParseOptions): (row: Row) => Parsed {
  const readers = fieldReaders(kind, options);
  const columns = mapping.flatMap((field, index) => {
    const read = field === null ? undefined : (readers.named[field] ?? readers.free(field.slice(FREE[kind].length)));
    return read ? [{ index, field: field ?? '', read }] : [];
  });
  const required = FIELDS[kind].filter((field) => field.required).map(({ field }) => field);
  const toFact = FACTS[kind];
  return (row) => {
    const { line, raw, cells } = row;
    const refuse = (reason: Words): Parsed => ({ line, raw, fact: null, key: null, reason });
    if (row.broken) return refuse(row.broken);
    const shifted = tooMany(cells, mapping.length, options.exactColumns);
    if (shifted) return refuse(shifted);
    const values: Values = { ...options.defaults };
    if (kind === 'events' && options.event) values['event'] = options.event;
    const problem = fill(values, columns, cells);
    if (problem) return refuse(problem.reason);
    const empty = required.find((field) => values[field] === undefined);
    if (empty) return refuse(new Refused(empty, '', EMPTY).reason);
    const hasId = kind === 'customers' || values.id !== undefined;
    const key = hasId ? null : rowKey(kind, options.event, cells);
    const fact = toFact(key === null ? values : { ...values, id: key });
    return fact instanceof Refused ? refuse(fact.reason) : { line, raw, fact, key, reason: null };
  };
}

const EMPTY: Words = { ja: 'この項目は必須です。', en: 'The field is required.' };

function fill(
  values: Values,
  columns: readonly { index: number; field: string; read: FieldReader }[],
  cells: readonly string[],
): Refused | null {
  for (const { index, field, read } of columns) {
    const text = plain(cells[index] ?? '');
    if (text === '') continue;
    const problem = read(values, field, text);
    if (problem) return problem;
  }
  return null;
}

/** Excel writes `="00123"` to keep leading zeros. */
const plain = (cell: string) => (cell.startsWith('="') && cell.endsWith('"') ? cell.slice(2, -1) : cell).trim();

function tooMany(cells: readonly string[], columns: number, exact: boolean): Words | null {
  if (cells.length === columns || (cells.length < columns && !exact)) return null;
  if (!exact && cells.slice(columns).every((cell) => cell === '')) return null;
  return {
    ja: `値が${cells.length}個ありますが、列は${columns}列です。区切り文字を含む値は "…" で囲んでください。`,
    en: `The row has ${cells.length} values for ${columns} columns. Put values that contain the delimiter between quotes "…".`,
  };
}
