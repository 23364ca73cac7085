import type { Block, Mail, Slot } from './block.ts';
import type { BlockType, Level } from './blocks/define-block.ts';
import { blockTypes } from './blocks/registry.ts';
import type { Place } from './blocks/field.ts';
import { readDefaults, type Defaults } from './source/defaults.ts';
import { bodyOf, type MailElement } from './source/element.ts';
import { readElements } from './source/read-elements.ts';

/** What blocks are read from: the text and what its head says. */
type Around = Pick<Place, 'source' | 'defaults'>;

/**
 * A mail as blocks. Every element of the body is part of one; what no type knows is a `raw` block. Nothing is changed
 * or lost: the source stays the document.
 */
export function readMail(source: string): Mail {
  const { elements, fault } = readElements(source);
  const defaults = readDefaults(elements);
  const body = fault ? undefined : bodyOf(elements);
  return { source, elements, defaults, fault, body: body ? slotOf(body, 'body', { source, defaults }) : null };
}

const slotOf = (container: MailElement, level: Level, around: Around): Slot => ({
  level,
  container,
  start: container.innerStart,
  end: container.innerEnd,
  blocks: blocksOf(container.children, level, around),
});

function blocksOf(elements: readonly MailElement[], level: Level, around: Around): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < elements.length; i++) {
    const { block, last } = blockFrom(elements, i, level, around);
    blocks.push(block);
    i = last;
  }
  return blocks;
}

function blockFrom(siblings: readonly MailElement[], from: number, level: Level, around: Around) {
  const element = siblings[from]!;
  const place = { ...around, element };
  for (const type of blockTypes) {
    if (!type.levels.includes(level) || !type.recognise(place)) continue;
    const values = type.values.safeParse(valuesOf(type, place));
    if (!values.success) continue;
    const run = type.run?.(siblings, from, around.source);
    if (type.run && !run) continue;
    const base = { type, element, start: element.start, values: values.data };
    if (!run) {
      const slots = type.slots?.(element).map((slot) => slotOf(slot.element, slot.level, around)) ?? [];
      return { block: { ...base, end: element.end, slots }, last: from };
    }
    const slots = run.parts.map(({ before, behind }): Slot => ({
      level,
      container: undefined,
      start: siblings[before]!.end,
      end: siblings[behind]!.start,
      blocks: blocksOf(siblings.slice(before + 1, behind), level, around),
    }));
    return { block: { ...base, end: siblings[run.last]!.end, slots }, last: run.last };
  }
  throw new Error(`no block type takes <${element.tag}>; raw takes everything`);
}

const valuesOf = ({ fields }: BlockType, place: Place) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.read(place)]));

/** What a block's fields are read from and written to. */
export const placeOf = ({ source, defaults }: { source: string; defaults: Defaults }, block: Block): Place => ({
  source,
  defaults,
  element: block.element,
});
