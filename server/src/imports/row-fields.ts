import type { ImportKind } from '@tabiji/shared/api/imports.ts';
import type { Json } from '@tabiji/shared/json.ts';
import type { ParseOptions } from './parse-row.ts';
import { Refused, type Read } from './refusal.ts';
import { readKind, readStatus } from './values/choice.ts';
import { readFree } from './values/free.ts';
import { instantReader } from './values/instant.ts';
import { readAmount, readQuantity } from './values/number.ts';

/** The values of one row by field; `attributes`, `properties` and `item` collect the free ones. */
export interface Values {
  [field: string]: Json | undefined;
}

/** Puts a cell's value where it belongs, or says why not. */
export type FieldReader = (values: Values, field: string, text: string) => Refused | null;

const put =
  <T extends Json>(read: (field: string, text: string) => Read<T>): FieldReader =>
  (values, field, text) => {
    const value = read(field, text);
    if (value instanceof Refused) return value;
    values[field] = value;
    return null;
  };

const asText = put((_field, text) => text);
/** Full-width letters and digits as people mean them. */
const asPlainText = put((_field, text) => text.normalize('NFKC'));
const asLocale = put((_field, text) => (/^(en|英)/i.test(text) ? 'en' : /^(ja|日)/i.test(text) ? 'ja' : text));

/** 山田 太郎 → 姓 and 名; without a blank all of it is the 姓. */
const asFullName =
  (last: string, first: string): FieldReader =>
  (values, _field, text) => {
    const [, before = text, after = ''] = /^(\S+)\s+(.+)$/.exec(text) ?? [];
    values[last] ??= before;
    if (after !== '') values[first] ??= after;
    return null;
  };

/** Puts a value into the record `into`; names that reach for a prototype never get here, mapColumns leaves them out. */
function within(into: string, name: string, value: Json, values: Values): null {
  const record = (values[into] ??= {}) as Record<string, Json>;
  record[name] = value;
  return null;
}

/** How each field of a kind of file is read, and every column that has no field of its own. */
export function fieldReaders(
  kind: ImportKind,
  options: ParseOptions,
): { named: Readonly<Record<string, FieldReader | undefined>>; free: (name: string) => FieldReader } {
  const toInstant = instantReader(options.zone);
  const asInstant = put((field, text) => {
    const at = toInstant(field, text);
    return at instanceof Refused ? at : new Date(at).toISOString();
  });
  const asAmount = put((field, text) => readAmount(field, text, options.decimals));
  const free =
    (into: string) =>
    (name: string): FieldReader =>
    (values, _field, text) =>
      within(into, name, readFree(text, toInstant), values);
  if (kind === 'customers') {
    const named = {
      customer: asText,
      email: asPlainText,
      lastName: asText,
      firstName: asText,
      lastNameKana: asText,
      firstNameKana: asText,
      phone: asPlainText,
      locale: asLocale,
      timeZone: asText,
      name: asFullName('lastName', 'firstName'),
      nameKana: asFullName('lastNameKana', 'firstNameKana'),
    };
    return { named, free: free('attributes') };
  }
  if (kind === 'events') {
    return { named: { id: asText, customer: asText, event: asText, at: asInstant }, free: free('properties') };
  }
  const named = {
    id: asText,
    customer: asText,
    at: asInstant,
    amount: asAmount,
    refunded: asAmount,
    channel: asText,
    quantity: put(readQuantity),
    status: put(readStatus),
    kind: put(readKind),
    'items.product': ((values, _field, text) => within('item', 'product', text, values)) as FieldReader,
    'items.name': ((values, _field, text) => within('item', 'name', text, values)) as FieldReader,
    'items.price': ((values, field, text) => {
      const price = readAmount(field, text, options.decimals);
      return price instanceof Refused ? price : within('item', 'price', price, values);
    }) as FieldReader,
  };
  return { named, free: free('item') };
}
