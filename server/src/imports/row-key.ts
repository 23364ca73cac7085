import type { Fact } from '@tabiji/shared/api/facts.ts';
import type { ImportKind } from '@tabiji/shared/api/imports.ts';
import { hash } from 'node:crypto';

/**
 * What stands for a row that has no id of its own: a hash of its cells. Identical rows have the same key and are told
 * apart by their ordinal, so that importing a file again changes nothing and equal rows inside it are kept.
 */
export const rowKey = (kind: ImportKind, event: string | undefined, cells: readonly string[]): string =>
  hash('sha256', [kind, event ?? '', ...cells].join('\u001F'), 'base64url').slice(0, 27);

/** The id of the `ordinal`-th of identical rows, from 0. */
export const rowId = (key: string, ordinal: number): string => `row:${key}:${ordinal}`;

export function withOrdinal(fact: Fact, key: string, ordinal: number): Fact {
  return fact.type === 'identify' ? fact : { ...fact, id: rowId(key, ordinal) };
}
