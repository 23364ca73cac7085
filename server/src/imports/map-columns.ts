import type { ImportKind, ImportOptions } from '@tabiji/shared/api/imports.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { isForbiddenKey } from '@tabiji/shared/json.ts';
import type { Words } from '@tabiji/shared/locale.ts';
import { FIELDS, FREE, fieldNamed } from './fields.ts';

/** The field of each column, by position; null: the column is left out. */
export type Mapping = (string | null)[];

/**
 * What each column is read as: as `options.columns` says, else by its name. Columns without a known name become
 * attributes of the customer or properties of the event; in files of orders they are left out.
 * @throws AppError `invalid` when the mapping names what does not exist
 */
export function mapColumns(
  kind: ImportKind,
  table: { names: readonly string[]; header: boolean },
  options: Pick<ImportOptions, 'columns'>,
): Mapping {
  if (options.columns) return checked(kind, table.names, options.columns);
  const taken = new Set<string>();
  return table.names.map((name) => {
    const found = table.header ? fieldFor(kind, name) : null;
    if (found === null || taken.has(found)) return null;
    taken.add(found);
    return found;
  });
}

function fieldFor(kind: ImportKind, name: string): string | null {
  const known = fieldNamed(kind, name);
  if (known !== undefined) return known;
  if (name.startsWith(FREE[kind]) && isFree(kind, name)) return name;
  const free = `${FREE[kind]}${name}`;
  return kind !== 'orders' && isFree(kind, free) ? free : null;
}

function checked(kind: ImportKind, names: readonly string[], columns: readonly (string | null)[]): Mapping {
  if (columns.length > names.length) {
    throw new AppError(
      'invalid',
      `${columns.length} columns are named, but the file has ${names.length}: ${list(names)}.`,
      {
        field: 'columns',
      },
    );
  }
  const mapping = names.map((_, index) => columns[index] || null);
  for (const [index, field] of mapping.entries()) {
    if (field === null) continue;
    if (!FIELDS[kind].some((known) => known.field === field) && !isFree(kind, field)) throw unknown(kind, field);
    if (mapping.indexOf(field) !== index) {
      throw new AppError('invalid', `Two columns are read as "${field}". Leave one of them out.`, { field: 'columns' });
    }
  }
  return mapping;
}

function isFree(kind: ImportKind, field: string): boolean {
  const name = field.slice(FREE[kind].length);
  return field.startsWith(FREE[kind]) && name !== '' && name.length <= 100 && !isForbiddenKey(name);
}

function unknown(kind: ImportKind, field: string): AppError {
  const known = [...FIELDS[kind].map((one) => one.field), `${FREE[kind]}<name>`];
  const message = `There is no field "${field}" for ${kind}. Fields: ${list(known)}; "-" leaves a column out.`;
  return new AppError('invalid', message, { field: 'columns', details: { known } });
}

const list = (names: readonly string[]) => names.slice(0, 50).join(', ');

/** What keeps a mapping from being used. */
export function missingFields(
  kind: ImportKind,
  table: { names: readonly string[]; header: boolean },
  mapping: Mapping,
  options: Pick<ImportOptions, 'event'>,
): Words[] {
  return FIELDS[kind]
    .filter(({ field, required }) => required && !mapping.includes(field) && !(field === 'event' && options.event))
    .map(({ field }) => missing(field, table));
}

function missing(field: string, { names, header }: { names: readonly string[]; header: boolean }): Words {
  const orOne =
    field === 'event'
      ? { ja: '(またはイベント名を1つ指定してください)', en: ' Or name one event for all rows.' }
      : { ja: '', en: '' };
  if (header) {
    return {
      ja: `「${field}」にあたる列がありません(列: ${list(names)})。どの列か指定してください${orOne.ja}。`,
      en: `No column is read as "${field}" (columns: ${list(names)}). Say which one it is.${orOne.en}`,
    };
  }
  return {
    ja: `見出し行がないため「${field}」の列が分かりません(全${names.length}列)。列の並びを指定してください${orOne.ja}。`,
    en: `The file has no header, so the column for "${field}" is not known (${names.length} columns). Name the columns in order.${orOne.en}`,
  };
}
