import type { Words } from '@tabiji/shared/locale.ts';

/** A value that cannot be taken in: which field, what stands there, what would be right. */
export class Refused {
  readonly reason: Words;

  constructor(field: string, value: string, way: Words) {
    const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
    this.reason = {
      ja: shown === '' ? `${field}: 値がありません。${way.ja}` : `${field}「${shown}」: ${way.ja}`,
      en: shown === '' ? `${field} is empty. ${way.en}` : `${field} "${shown}": ${way.en}`,
    };
  }
}

/** The value itself, or why it is refused. */
export type Read<T> = T | Refused;
