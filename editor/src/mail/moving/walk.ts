import { blocksIn, standingOf, type Mail } from '@tabiji/shared/mail/block.ts';
import type { MailEdit } from '@tabiji/shared/mail/edits/edit.ts';
import { slotsIn } from '@tabiji/shared/mail/edits/fit.ts';

/** The block that an arrow leads to; undefined where it leads nowhere. */
export function walkTo(mail: Mail, from: number | undefined, key: string): number | undefined {
  if (!mail.body) return undefined;
  const all = blocksIn(mail.body).map(({ start }) => start);
  if (from === undefined) return all[0];
  const at = all.indexOf(from);
  const standing = standingOf(mail, from);
  switch (key) {
    case 'ArrowDown':
      return all[at + 1];
    case 'ArrowUp':
      return all[at - 1];
    case 'ArrowLeft':
      return standing?.parent?.slot.blocks[standing.parent.index]?.start;
    case 'ArrowRight':
      return standing?.slot.blocks[standing.index]?.slots.flatMap(({ blocks }) => blocks)[0]?.start;
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return undefined;
  }
}

/**
 * Moves a block one place up or down. At the end of its slot it goes on into the next one of the same level: from the
 * last place of a column to the first of the following.
 */
export function moveBy(mail: Mail, block: number, step: 1 | -1): MailEdit | undefined {
  const standing = standingOf(mail, block);
  if (!mail.body || !standing) return undefined;
  const { slot, index } = standing;
  const next = index + step;
  if (next >= 0 && next < slot.blocks.length) {
    return { do: 'move', block, to: { slot: slot.start, index: step > 0 ? index + 2 : index - 1 } };
  }
  const inside = new Set(slot.blocks[index]!.slots.flatMap(slotsIn));
  const alike = slotsIn(mail.body).filter((each) => each.level === slot.level && !inside.has(each));
  const other = alike[alike.indexOf(slot) + step];
  return other && { do: 'move', block, to: { slot: other.start, index: step > 0 ? 0 : other.blocks.length } };
}
