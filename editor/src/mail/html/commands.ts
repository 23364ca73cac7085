/** The words that are being written now, if any. */
function focusedWords(): HTMLElement | null {
  const element = document.activeElement;
  return element instanceof HTMLElement && element.dataset['words'] !== undefined && element.isContentEditable
    ? element
    : null;
}

/** Gives the words at the cursor a form; browsers know how to take it away again, too. */
export function form(command: 'bold' | 'italic' | 'removeFormat'): void {
  document.execCommand('styleWithCSS', false, 'false');
  document.execCommand(command);
}

export function colourWords(colour: string): void {
  document.execCommand('styleWithCSS', false, 'true');
  document.execCommand('foreColor', false, colour);
}

/** Links the chosen words; without an address takes the link away. */
export function linkWords(href: string): void {
  if (href === '') document.execCommand('unlink');
  else document.execCommand('createLink', false, href);
}

/** Where the link at the cursor leads; empty for none. */
export function linkAtCursor(): string {
  const node = document.getSelection()?.anchorNode;
  const element = node instanceof Element ? node : node?.parentElement;
  return element?.closest('a')?.getAttribute('href') ?? '';
}

/** Remembers what is chosen, for a command that asks something first. */
export function keepChosen(): () => void {
  const chosen = document.getSelection();
  const range = chosen && chosen.rangeCount > 0 ? chosen.getRangeAt(0).cloneRange() : null;
  const words = focusedWords();
  return () => {
    words?.focus({ preventScroll: true });
    if (!range) return;
    chosen?.removeAllRanges();
    chosen?.addRange(range);
  };
}

let goBack: (() => void) | null = null;

/** From now on knows where something was written last, also after a dialog has taken the focus. */
export function watchChosenWords(): () => void {
  const watch = () => {
    if (focusedWords()) goBack = keepChosen();
  };
  document.addEventListener('selectionchange', watch);
  return () => {
    document.removeEventListener('selectionchange', watch);
    goBack = null;
  };
}

/** Puts a value such as `{{ customer.lastName }}` where something was written last; false where nothing was. */
export function putInWords(liquid: string): boolean {
  goBack?.();
  return focusedWords() !== null && document.execCommand('insertText', false, liquid);
}
