import type { Pinned } from './due.ts';
import { type Letterhead, type OwnPart, type Parts, spellOut } from './parts.ts';

/**
 * What the mails of a claim say, as it is kept: their letterheads, then for each mail its outbox id, the place of its
 * letterhead and its own part; or, without a place, all that it says. Batches of earlier versions are outbox id → all that
 * a mail says.
 */
export type Packed =
  | [
      readonly Letterhead[],
      readonly ([id: number, head: number, own: OwnPart] | [id: number, head: null, all: Pinned])[],
    ]
  | Readonly<Record<string, Pinned>>;

/** Letterheads that are the same object are kept once. */
export function pack(mails: readonly { id: number; pinned: Pinned; parts?: Parts | undefined }[]): Packed {
  const places = new Map<Letterhead, number>();
  const place = (head: Letterhead): number => {
    const known = places.get(head) ?? places.size;
    places.set(head, known);
    return known;
  };
  const kept = mails.map(({ id, pinned, parts }): [number, number, OwnPart] | [number, null, Pinned] =>
    parts ? [id, place(parts.head), parts.own] : [id, null, pinned],
  );
  return [[...places.keys()], kept];
}

/** By outbox id. */
export function unpack(packed: Packed, here: { id: number; linkKeys: readonly string[] }): [number, Pinned][] {
  if (!Array.isArray(packed))
    return Object.entries(packed).map(([id, pinned]): [number, Pinned] => [Number(id), pinned]);
  const [heads, mails] = packed as Extract<Packed, readonly unknown[]>;
  return mails.map(([id, head, kept]) => [
    id,
    head === null ? kept : spellOut({ head: heads[head]!, own: kept }, id, here),
  ]);
}
