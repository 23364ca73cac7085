import { standingOf, type Mail } from '@tabiji/shared/mail/block.ts';
import type { Gap } from '@tabiji/shared/mail/edits/edit.ts';

/** Where something new goes: behind the block in hand, into it where it is empty, else at the end of the mail. */
export function gapBehind(mail: Mail, selected: number | undefined): Gap | undefined {
  if (!mail.body) return undefined;
  const standing = selected === undefined ? undefined : standingOf(mail, selected);
  if (!standing) return { slot: mail.body.start, index: mail.body.blocks.length };
  const empty = standing.slot.blocks[standing.index]?.slots.find(({ blocks }) => blocks.length === 0);
  return empty ? { slot: empty.start, index: 0 } : { slot: standing.slot.start, index: standing.index + 1 };
}
