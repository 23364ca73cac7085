import { markField } from './mark-field.ts';

const WRITABLE = '[data-words][contenteditable="true"]';

/**
 * Brings a block into view and marks these words in it, ready to be written over: where they stand, else in the form
 * beside the mail. Without them the block itself gets the focus.
 */
export function reveal(frame: HTMLElement, words: string | undefined): void {
  frame.scrollIntoView({ block: 'center' });
  const text = words === undefined ? undefined : textWith(frame, words);
  if (words !== undefined && text) return mark(text, words);
  const field = words === undefined ? undefined : fieldWith(frame, words);
  if (words === undefined || !field) return frame.focus({ preventScroll: true });
  markField(field, words);
}

/** The first text of the block's own words that says them. */
function textWith(frame: HTMLElement, words: string): Text | undefined {
  for (const area of frame.querySelectorAll<HTMLElement>(WRITABLE)) {
    if (area.closest('[data-block]') !== frame) continue;
    const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.textContent?.includes(words)) return node as Text;
  }
  return undefined;
}

function mark(text: Text, words: string): void {
  text.parentElement?.closest<HTMLElement>(WRITABLE)?.focus({ preventScroll: true });
  const at = text.data.indexOf(words);
  getSelection()?.setBaseAndExtent(text, at, text, at + words.length);
}

const fieldWith = (frame: HTMLElement, words: string) =>
  [
    ...(frame
      .closest('[data-blocks]')
      ?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-fields] input, [data-fields] textarea') ?? []),
  ].find(({ value }) => value.includes(words));
