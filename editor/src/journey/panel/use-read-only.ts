import { useEffect, type RefObject } from 'react';

const FIELDS = 'input, textarea';
const CONTROLS = 'button, [role="combobox"], input[type="radio"], input[type="checkbox"]';
/** Keys that change something, or open what would; all others read, walk and leave. */
const CHANGING = new Set(['Enter', ' ', 'ArrowUp', 'ArrowDown', 'Delete', 'Backspace']);

const isLink = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a[href], summary') !== null;

/** Whether a key would change what is focused: in a text only the arrows that count a number up and down. */
function changes({ key, target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (!CHANGING.has(key) || ctrlKey || metaKey || isLink(target)) return false;
  if (target instanceof HTMLTextAreaElement) return false;
  const isText = target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox';
  return !isText || key.startsWith('Arrow');
}

/**
 * Makes everything inside a box readable only. A disabled field would throw its focus away in the middle of a sentence
 * and could be neither read nor copied; here the focus stays, and the fields say that they are read-only.
 */
export function useReadOnly(ref: RefObject<HTMLElement | null>, isOn: boolean): void {
  useEffect(() => {
    const box = ref.current;
    if (!box || !isOn) return undefined;
    const undo: (() => void)[] = [];
    const mark = (root: ParentNode) => {
      for (const field of root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(FIELDS)) {
        if (field.readOnly) continue;
        field.readOnly = true;
        undo.push(() => (field.readOnly = false));
      }
      for (const control of root.querySelectorAll(CONTROLS)) {
        if (control.hasAttribute('aria-disabled')) continue;
        control.setAttribute('aria-disabled', 'true');
        undo.push(() => control.removeAttribute('aria-disabled'));
      }
    };
    const stop = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    const onClick = (event: Event) => isLink(event.target) || stop(event);
    const onKeyDown = (event: KeyboardEvent) => changes(event) && stop(event);
    mark(box);
    const observer = new MutationObserver(() => mark(box));
    observer.observe(box, { childList: true, subtree: true });
    box.addEventListener('click', onClick, true);
    box.addEventListener('keydown', onKeyDown, true);
    for (const kind of ['beforeinput', 'paste', 'drop', 'change']) box.addEventListener(kind, stop, true);
    return () => {
      observer.disconnect();
      box.removeEventListener('click', onClick, true);
      box.removeEventListener('keydown', onKeyDown, true);
      for (const kind of ['beforeinput', 'paste', 'drop', 'change']) box.removeEventListener(kind, stop, true);
      for (const each of undo) each();
    };
  }, [ref, isOn]);
}
