import { Identify, Order, Track, type Fact } from '@tabiji/shared/api/facts.ts';
import type { ImportKind } from '@tabiji/shared/api/imports.ts';
import type { Json } from '@tabiji/shared/json.ts';
import { isTimeZone } from '@tabiji/shared/time.ts';
import type { ZodType } from 'zod';
import { en, ja } from 'zod/locales';
import { Refused, type Read } from './refusal.ts';
import type { Values } from './row-fields.ts';

const japanese = ja().localeError;
const english = en().localeError;

/** Makes a fact of a row's values; what the API would refuse is refused here in the same words. */
export const FACTS: Readonly<Record<ImportKind, (values: Values) => Read<Fact>>> = {
  customers: (values) => checked(Identify, values, (identify) => ({ type: 'identify', ...identify })),
  events: (values) => checked(Track, values, (track) => ({ type: 'track', ...track })),
  orders: ({ item, ...values }) =>
    checked(Order, item === undefined ? values : { ...values, items: [withQuantity(item, values)] }, (order) => ({
      type: 'order',
      ...order,
    })),
};

function withQuantity(item: Json, { quantity }: Values): Json {
  const isRecord = typeof item === 'object' && item !== null && !Array.isArray(item);
  return quantity === undefined || !isRecord ? item : { quantity, ...item };
}

function checked<T>(schema: ZodType<T>, values: Values, toFact: (value: T) => Fact): Read<Fact> {
  const parsed = schema.safeParse(values);
  if (parsed.success) return toFact(parsed.data);
  const [issue] = parsed.error.issues;
  const field = String(issue?.path[0] ?? '');
  const value = values[field];
  const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (field === 'timeZone' && !isTimeZone(shown)) {
    return new Refused(field, shown, {
      ja: 'タイムゾーンではありません。Asia/Tokyo のように書いてください。',
      en: 'not a time zone. Write it like Asia/Tokyo.',
    });
  }
  const message = (error: typeof japanese) => schema.safeParse(values, { error }).error?.issues[0]?.message ?? '';
  return new Refused(field, shown, { ja: message(japanese), en: message(english) });
}
