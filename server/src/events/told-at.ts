import type { Fact } from '@tabiji/shared/api/facts.ts';
import { AppError } from '@tabiji/shared/errors.ts';
import { noonOf, type Millis } from '@tabiji/shared/time.ts';
import type { Here } from '../db/in-workspace.ts';

/** How far ahead of the workspace's clock a sender's clock may be. */
export const MOST_AHEAD = 24 * 3_600_000;

/** One fact of several cannot be: its time lies in the future, its id came with other content. */
export class FactRefused extends AppError {
  override name = 'FactRefused';
  /** Among the facts that were told together. */
  readonly position: number;
  readonly #code: 'invalid' | 'conflict';
  readonly #path: string;
  readonly #says: (path: string) => string;

  constructor(code: 'invalid' | 'conflict', position: number, path: string, says: (path: string) => string) {
    const field = `facts.${position}.${path}`;
    super(code, says(field), { field });
    this.position = position;
    this.#code = code;
    this.#path = path;
    this.#says = says;
  }

  /** The same refusal for somebody who told one fact and speaks of its fields, not of a list. */
  alone(): AppError {
    return new AppError(this.#code, this.#says(this.#path), { field: this.#path, cause: this });
  }
}

/** When a fact happened, as far as it was told. */
export interface ToldTimes {
  at: Millis | undefined;
  shippedAt: Millis | null;
  deliveredAt: Millis | null;
}

/** @throws FactRefused `invalid` when a time lies in the future or is none */
export function toldAt(fact: Fact, position: number, here: Here): ToldTimes {
  const read = (path: string, text: string | undefined) =>
    text === undefined ? undefined : timeOf(text, here, { position, path });
  if (fact.type !== 'shipment')
    return { at: 'at' in fact ? read('at', fact.at) : undefined, shippedAt: null, deliveredAt: null };
  return {
    at: undefined,
    shippedAt: read('shippedAt', fact.shippedAt) ?? null,
    deliveredAt: read('deliveredAt', fact.deliveredAt) ?? null,
  };
}

/** An instant, or a date (12:00 in the workspace's zone). */
function timeOf(text: string, here: Here, { position, path }: { position: number; path: string }): Millis {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? noonOf(text, here.zone) : Date.parse(text);
  if (Number.isNaN(at))
    throw new FactRefused('invalid', position, path, (field) => `${field}: "${text}" is not a date or an instant`);
  if (at > here.now + MOST_AHEAD) {
    const now = new Date(here.now).toISOString();
    throw new FactRefused('invalid', position, path, (field) => `${field}: ${text} lies in the future (it is ${now})`);
  }
  return at;
}
