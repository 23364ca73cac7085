import type { CDPSession } from 'playwright-core';

/** A key that the input method takes for itself, as Chromium tells of it. */
const taken = (input: CDPSession, key: string) =>
  input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key, code: key });

/** Types with a conversion: its first key, the text being converted, its own Enter and Esc, the result. */
export async function convert(
  input: CDPSession,
  reading: string,
  result: string,
  during: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await taken(input, 'Process');
  const end = reading.length;
  await input.send('Input.imeSetComposition', { text: reading, selectionStart: end, selectionEnd: end });
  await taken(input, 'Enter');
  await taken(input, 'Escape');
  await during();
  await input.send('Input.insertText', { text: result });
  // a key that follows within the same task belongs to the input method; nobody types that fast
  await input.send('Runtime.evaluate', { expression: 'new Promise((later) => setTimeout(later))', awaitPromise: true });
}
