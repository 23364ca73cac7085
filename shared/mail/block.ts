import type { AnyBlockType } from './blocks/registry.ts';
import type { Level } from './blocks/define-block.ts';
import type { Defaults } from './source/defaults.ts';
import type { MailElement, SourceFault } from './source/element.ts';

/** A piece of a mail that can be taken in hand; it is told by where it begins in the source. */
export interface Block {
  type: AnyBlockType;
  /** Its element, or the first of several. */
  element: MailElement;
  start: number;
  end: number;
  values: Readonly<Record<string, unknown>>;
  slots: Slot[];
}

/** A place for blocks inside a block, or the mail's body. */
export interface Slot {
  level: Level;
  /** The element whose content it is; undefined between two elements, as in a condition. */
  container: MailElement | undefined;
  /** The text it takes up. */
  start: number;
  end: number;
  blocks: Block[];
}

/** A mail's source, seen as blocks. */
export interface Mail {
  source: string;
  elements: MailElement[];
  defaults: Defaults;
  /** Null: the source cannot be read as blocks; `fault` says why, or there is no `mj-body`. */
  body: Slot | null;
  fault: SourceFault | null;
}

/** Every block of a slot and of the blocks inside, in reading order. */
export const blocksIn = (slot: Slot): Block[] =>
  slot.blocks.flatMap((block) => [block, ...block.slots.flatMap(blocksIn)]);

/** The block that begins at an offset. */
export const blockAt = ({ body }: Mail, start: number): Block | undefined =>
  body ? blocksIn(body).find((block) => block.start === start) : undefined;

/** The innermost block that an offset lies in. */
export const blockAround = ({ body }: Mail, offset: number): Block | undefined =>
  body ? blocksIn(body).findLast(({ start, end }) => start <= offset && offset < end) : undefined;

/** Where a block stands: its slot and its index there, and the block whose slot it is. */
export interface Standing {
  slot: Slot;
  index: number;
  parent: Standing | undefined;
}

/** Where the block that begins at an offset stands. */
export const standingOf = ({ body }: Mail, start: number): Standing | undefined =>
  body ? findIn(body, start, undefined) : undefined;

function findIn(slot: Slot, start: number, parent: Standing | undefined): Standing | undefined {
  for (const [index, block] of slot.blocks.entries()) {
    const here = { slot, index, parent };
    if (block.start === start) return here;
    if (start < block.start || start >= block.end) continue;
    for (const inner of block.slots) {
      const found = findIn(inner, start, here);
      if (found) return found;
    }
  }
  return undefined;
}
