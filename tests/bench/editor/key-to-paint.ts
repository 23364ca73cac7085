/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/**
 * Milliseconds from a key to the picture that shows what it did: until the number of cards with `title` has changed and
 * been painted.
 */
export async function keyToPaint(page: Page, key: string, selector: string): Promise<number> {
  await page.evaluate((cards) => {
    const count = () => document.querySelectorAll(cards).length;
    const before = count();
    const painted = new Promise<number>((resolve) => {
      document.addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const look = () => {
            if (count() === before) requestAnimationFrame(look);
            else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
          };
          requestAnimationFrame(look);
        },
        { capture: true, once: true },
      );
    });
    Object.assign(globalThis, { painted });
  }, selector);
  await page.keyboard.press(key);
  return page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);
}
