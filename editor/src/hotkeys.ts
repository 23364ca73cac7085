type Key = Pick<KeyboardEvent, 'isComposing' | 'keyCode'>;
type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/**
 * Whether a key belongs to an input method and must not be taken as a command. The key that begins a composition comes
 * before `compositionstart`, with keyCode 229 and `isComposing` false; Safari ends the composition before the keydown.
 */
export const isImeKey = (event: Key): boolean => event.isComposing || event.keyCode === 229 || justComposed;

let justComposed = false;

function watchCompositions(): void {
  document.addEventListener('compositionend', () => {
    justComposed = true;
    setTimeout(() => (justComposed = false));
  });
}
if (typeof document !== 'undefined') watchCompositions();

/** `mod+shift+z` for a pressed key; `mod` is Ctrl, or Command on Apple keyboards. */
export function comboOf(event: Pressed): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isLetter = event.key.length > 1 || key !== key.toUpperCase();
  const parts = [
    event.ctrlKey || event.metaKey ? 'mod' : '',
    event.altKey ? 'alt' : '',
    event.shiftKey && isLetter ? 'shift' : '',
    key,
  ];
  return parts.filter(Boolean).join('+');
}

/** The same outside fields, where a key that an input method has taken carries 229 instead of its letter. */
export function plainCombo(event: Pressed & Pick<KeyboardEvent, 'keyCode' | 'code'>): string {
  const letter = event.keyCode === 229 ? /^Key([A-Z])$/.exec(event.code)?.[1] : undefined;
  if (letter === undefined) return comboOf(event);
  const { ctrlKey, metaKey, shiftKey, altKey } = event;
  return comboOf({ key: letter, ctrlKey, metaKey, shiftKey, altKey });
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  ContextMenu: 'Menu',
  ' ': 'Space',
  shift: 'Shift',
  alt: 'Alt',
};

const isApple = (): boolean => navigator.platform.startsWith('Mac') || navigator.platform.startsWith('iP');

/** A combo as it stands on the keyboard in front of the reader: `mod+shift+z` → `Ctrl+Shift+Z`, on a Mac `⌘+Shift+Z`. */
export const keyWords = (combo: string, mod = isApple() ? '⌘' : 'Ctrl'): string =>
  combo
    .split(/(?<=.)\+/)
    .map((part) => (part === 'mod' ? mod : (NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part))))
    .join('+');
