import type { Json } from '@tabiji/shared/json.ts';

/** A value as it stands in a text field. */
export const textOf = (value: Json | undefined): string =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value);

/** What a typed value means: numbers and yes/no as such, everything else (also `0120`, a telephone code) as text. */
export function valueFrom(text: string): Json {
  const trimmed = text.trim();
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
  const number = Number(trimmed.normalize('NFKC'));
  return trimmed !== '' && String(number) === trimmed.normalize('NFKC') ? number : trimmed;
}
