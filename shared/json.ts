import { z } from 'zod';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Any JSON value. Keys that reach for an object's prototype are refused wherever such values enter. */
export const Json: z.ZodType<Json> = z.json() as z.ZodType<Json>;

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Keys that would reach for an object's prototype. */
export const isForbiddenKey = (key: string): boolean => FORBIDDEN.has(key);

/** Attributes of a customer, properties of an event: a flat or nested record with harmless keys. */
export const Properties = z
  .record(z.string().min(1).max(100), Json)
  .refine((record) => Object.keys(record).length <= 1000, { error: 'more than 1,000 properties' })
  .refine((record) => !Object.keys(record).some(isForbiddenKey), {
    error: 'a property may not be called __proto__, constructor or prototype',
  });
export type Properties = z.infer<typeof Properties>;
