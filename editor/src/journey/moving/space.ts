/** Whether the space bar is held, with which every press moves the picture instead of what lies below it. */
let isDown = false;
let wasUsed = false;

export const space = {
  isDown: (): boolean => isDown,
  /** It has been held to move the picture: letting it go then presses nothing. */
  use: (): void => {
    wasUsed = true;
  },
};

if (typeof window !== 'undefined') {
  window.addEventListener('keydown', ({ key, repeat }) => {
    if (key !== ' ' || repeat) return;
    [isDown, wasUsed] = [true, false];
  });
  window.addEventListener(
    'keyup',
    (event) => {
      if (event.key !== ' ') return;
      isDown = false;
      if (wasUsed) event.preventDefault();
    },
    { capture: true },
  );
  window.addEventListener('blur', () => (isDown = false));
}
