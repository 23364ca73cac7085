import type { ImportKind, ImportPreview } from '@tabiji/shared/api/imports.ts';

export type Mapping = (string | null)[];

/** How fields that no table knows begin: `attributes.rank`. */
export const FREE_PREFIX: Readonly<Record<ImportKind, string>> = {
  customers: 'attributes.',
  orders: 'items.',
  events: 'properties.',
};

/** The mapping with one column given to a field; a field belongs to one column, so another loses it. */
export const mapped = (mapping: Mapping, column: number, field: string | null): Mapping =>
  mapping.map((old, at) => (at === column ? field : old === field ? null : old));

/** Required fields that no column fills. An event's name may also be said once for all rows. */
export function missingFields(preview: ImportPreview, mapping: Mapping, event: string): string[] {
  return preview.fields
    .filter(({ field, required }) => required && !mapping.includes(field) && !(field === 'event' && event !== ''))
    .map(({ field }) => field);
}

/** What a column may become: the known fields, and a free one by the column's own name. */
export function choicesFor(preview: ImportPreview, kind: ImportKind, column: number, present: string | null): string[] {
  const known = preview.fields.map(({ field }) => field);
  const name = preview.columns[column]?.name.trim() ?? '';
  const free = name === '' ? [] : [`${FREE_PREFIX[kind]}${name}`];
  return [...new Set([...known, ...free, ...(present === null ? [] : [present])])];
}
