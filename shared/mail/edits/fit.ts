import { blocksIn, standingOf, type Mail, type Slot, type Standing } from '../block.ts';
import type { Level } from '../blocks/define-block.ts';
import { readElements } from '../source/read-elements.ts';
import type { Gap } from './edit.ts';

const IN_BODY = new Set(['mj-section', 'mj-wrapper', 'mj-hero']);

/** Where MJML may stand; undefined: anywhere (mj-raw), null: it is none. */
export function levelOf(mjml: string): Level | undefined | null {
  const { elements, fault } = readElements(mjml);
  if (fault || elements.length === 0) return null;
  if (elements.some(({ tag }) => IN_BODY.has(tag))) return 'body';
  return elements.every(({ tag }) => tag === 'mj-raw') ? undefined : 'column';
}

/**
 * A place that takes the MJML, nearest to the one that was asked for: what belongs into a column gets a section of its
 * own among sections, a section goes behind the one that the place is inside of.
 */
export function fitted(mail: Mail, gap: Gap, mjml: string): { slot: Slot; index: number; mjml: string } | null {
  const level = levelOf(mjml);
  const slot = mail.body && slotsIn(mail.body).find(({ start }) => start === gap.slot);
  if (!slot || level === null) return null;
  const index = Math.max(0, Math.min(gap.index, slot.blocks.length));
  const isFrameInFrame = /<mj-wrapper\b/.test(mjml) && slot.level === 'body' && isInFrame(mail, slot);
  if (isFrameInFrame) return behindFrame(mail, slot, mjml);
  if (level === undefined || level === slot.level) return { slot, index, mjml };
  if (level === 'column') return { slot, index, mjml: inSection(mjml) };
  return behindSection(mail, slot, mjml);
}

const inSection = (mjml: string) =>
  `<mj-section>\n  <mj-column>\n    ${mjml.replaceAll('\n', '\n    ')}\n  </mj-column>\n</mj-section>`;

/** Every slot of a mail. */
export const slotsIn = (slot: Slot): Slot[] => [slot, ...blocksIn(slot).flatMap(({ slots }) => slots)];

/** Where the block stands whose slot this is. */
function ownerOf(mail: Mail, slot: Slot): Standing | undefined {
  const owner = mail.body && blocksIn(mail.body).find(({ slots }) => slots.includes(slot));
  return owner ? standingOf(mail, owner.start) : undefined;
}

function behindSection(mail: Mail, slot: Slot, mjml: string) {
  let standing = ownerOf(mail, slot);
  while (standing && standing.slot.level !== 'body') standing = standing.parent;
  return standing ? fitted(mail, { slot: standing.slot.start, index: standing.index + 1 }, mjml) : null;
}

const FRAME = 'mj-wrapper';

/** The standings of all blocks that a slot is inside of, innermost first. */
function around(mail: Mail, slot: Slot): Standing[] {
  const found: Standing[] = [];
  for (let standing = ownerOf(mail, slot); standing; standing = standing.parent) found.push(standing);
  return found;
}

const isFrame = ({ slot, index }: Standing) => slot.blocks[index]!.element.tag === FRAME;
const isInFrame = (mail: Mail, slot: Slot) => around(mail, slot).some(isFrame);

/** MJML takes no wrapper inside a wrapper. */
function behindFrame(mail: Mail, slot: Slot, mjml: string) {
  const frame = around(mail, slot).findLast(isFrame);
  return frame ? { slot: frame.slot, index: frame.index + 1, mjml } : null;
}
