import type { Json } from '@tabiji/shared/json.ts';
import type { Millis } from '@tabiji/shared/time.ts';
import { readWritten } from './instant.ts';

const NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/;
const DATED = /^\d{4}[-/.年]/;

/**
 * An attribute or property: numbers, true and false by type; dates and times as ISO texts, so that conditions can
 * compare them; everything else, also codes with leading zeros, as it stands.
 */
export function readFree(text: string, toInstant: (field: string, text: string) => Millis | object): Json {
  if (NUMBER.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  if (!DATED.test(text)) return text;
  const written = readWritten(text.normalize('NFKC'));
  if (!written) return text;
  if (written.time === null) return written.date;
  const at = toInstant('', text);
  return typeof at === 'number' ? new Date(at).toISOString() : text;
}
