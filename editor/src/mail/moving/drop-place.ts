/** A slot as it lies on the screen, with the blocks directly in it, top to bottom. */
export interface SlotBox {
  slot: number;
  blocks: readonly { top: number; bottom: number }[];
}

/** Before which block of a slot something dragged to this height lands. */
export function dropIndex({ blocks }: SlotBox, y: number): number {
  const behind = blocks.findIndex(({ top, bottom }) => y < (top + bottom) / 2);
  return behind < 0 ? blocks.length : behind;
}
