/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** Milliseconds from a key to the picture that shows what it did: until other cards than before have been painted. */
export async function keyToPaint(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    const shown = () =>
      [...document.querySelectorAll<HTMLElement>('[data-node]')].map((card) => card.dataset['node']).join();
    const before = shown();
    const painted = new Promise<number>((resolve) => {
      const begin = ({ timeStamp }: KeyboardEvent) => {
        const look = () => {
          if (shown() === before) requestAnimationFrame(look);
          else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
        };
        requestAnimationFrame(look);
      };
      document.addEventListener('keydown', begin, { capture: true, once: true });
    });
    Object.assign(globalThis, { painted });
  });
  await page.keyboard.press(key);
  return page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted);
}
