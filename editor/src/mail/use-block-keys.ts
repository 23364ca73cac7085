import type { KeyboardEvent } from 'react';
import { comboOf, isImeKey } from '../hotkeys.ts';
import { singleKeys } from '../single-keys.ts';
import type { BlockCommands } from './block-commands.ts';
import type { Editing } from './editing.ts';
import { walkTo } from './moving/walk.ts';

interface Around {
  commands: BlockCommands;
  focusBlock: (start: number) => void;
  openPalette: () => void;
}

/**
 * The keys of the mail while it is edited. On a block's frame they walk, move and remove; inside words only Esc and the
 * combinations count, and a key that an input method takes never does.
 */
export const blockKeys =
  ({ mail, selected, select }: Editing, { commands, focusBlock, openPalette }: Around) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    if (isImeKey(event.nativeEvent) || !(event.target instanceof HTMLElement)) return;
    const combo = comboOf(event);
    const isInWords = event.target.isContentEditable;
    const isOnFrame = event.target.dataset['block'] !== undefined;
    const done = (act: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    if (combo === 'mod+d') return done(commands.duplicate);
    if (combo === 'Escape' && isInWords) return done(() => selected && focusBlock(selected.start));
    if (isInWords || !isOnFrame) return;
    const byCombo: Readonly<Record<string, () => void>> = {
      'alt+ArrowUp': () => commands.move(-1),
      'alt+ArrowDown': () => commands.move(1),
      Delete: commands.remove,
      Backspace: commands.remove,
      Enter: () => writeIn(event.target as HTMLElement),
      F2: () => writeIn(event.target as HTMLElement),
      Escape: () => {
        const parent = walkTo(mail, selected?.start, 'ArrowLeft');
        if (parent === undefined) select(null);
        else focusBlock(parent);
      },
      ...(singleKeys.areOn() && { '/': openPalette, n: openPalette }),
    };
    const act = byCombo[combo];
    if (act) return done(act);
    const next = walkTo(mail, selected?.start, combo);
    if (next !== undefined) done(() => focusBlock(next));
  };

/** Puts the cursor behind a block's last word; where it has none, into the first field of its form. */
function writeIn(frame: HTMLElement): void {
  const words = frame.querySelector<HTMLElement>(':scope [data-words][contenteditable="true"]');
  const isOwn = words?.closest('[data-block]') === frame;
  if (!words || !isOwn) {
    frame.closest('[data-blocks]')?.querySelector<HTMLElement>('[data-fields] input, [data-fields] textarea')?.focus();
    return;
  }
  words.focus();
  document.getSelection()?.selectAllChildren(words);
  document.getSelection()?.collapseToEnd();
}
