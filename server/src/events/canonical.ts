import type { Json } from '@tabiji/shared/json.ts';

/**
 * A value as JSON with sorted keys, so that the order in which a sender writes them does not matter. Its hash is kept
 * for ever: the text for a value never changes from one release to the next.
 */
export function canonical(value: Json | undefined | object): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return `[${value.map((one: Json | undefined) => (one === undefined ? 'null' : canonical(one))).join()}]`;
  const record = value as Readonly<Record<string, Json | undefined>>;
  const keys = Object.keys(record);
  let text = '{';
  for (const key of inOrder(keys)) {
    const part = record[key];
    if (part === undefined) continue;
    text += `${text === '{' ? '' : ','}${quoted(key)}:${canonical(part)}`;
  }
  return `${text}}`;
}

/** By UTF-16 code units; keys that are array indexes come first, by number, as everywhere in JavaScript. */
function inOrder(keys: string[]): string[] {
  if (keys.some(isIndex)) return Object.keys(Object.fromEntries(keys.toSorted().map((key) => [key, 0])));
  return keys.toSorted();
}

const isIndex = (key: string) => key.charCodeAt(0) <= 57 && /^(0|[1-9]\d{0,9})$/.test(key);

const PLAIN = /^\w+$/;
const quoted = (key: string) => (PLAIN.test(key) ? `"${key}"` : JSON.stringify(key));
