import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';
import { FIRST_JOURNEY, storedNodes, writeMail } from './first-journey.ts';

describe.skipIf(noBrowser)(`the first journey without a pointer${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let app: RunningApp;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    app = await startRunningApp();
    browser = await openBrowser();
    await writeMail(app);
  }, 240_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
    if (browser.broken.length > 0) throw new Error(browser.broken.join('\n'));
  });

  /** A page that breaks when a pointer is used. */
  const open = async (view: 'canvas' | 'outline' = 'canvas'): Promise<Page> => {
    const page = await browser.openPage(app.url);
    await page.addInitScript((shown) => {
      if (window.top !== window) return; // previews of mails
      localStorage.setItem('tabiji-view', shown);
      const refuse = () => {
        throw new Error('a pointer was used');
      };
      for (const each of ['pointerdown', 'mousedown', 'touchstart', 'wheel'])
        addEventListener(each, refuse, { capture: true });
    }, view);
    await page.goto('/journeys');
    await page.getByRole('button', { name: '新規ジャーニー' }).first().waitFor();
    return page;
  };

  test.each([
    ['canvas', ['End', 'n', 'ArrowRight']],
    ['outline', ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']],
  ] as const)('takes forty keys at most on the %s, without a pointer', async (view, toTheOtherWay) => {
    const page = await open(view);
    let keys = 0;
    const press = async (...combos: readonly string[]) => {
      for (const combo of combos) {
        await page.keyboard.press(combo);
        keys += 1;
        const shown = () => page.evaluate(() => document.activeElement?.matches(':focus-visible') === true);
        await expect.poll(shown, { message: `the focus is seen after key ${keys}, ${combo}` }).toBe(true);
      }
    };
    const fieldIs = (name: string) => page.locator(':focus').and(page.getByRole('textbox', { name })).waitFor();
    await press('Tab', 'Enter', 'Tab', 'Tab', 'Tab'); // over the menu, past the filter and the file
    expect(await page.locator(':focus').textContent()).toBe('新規ジャーニー');
    await page.keyboard.press('Enter');
    keys += 1;
    await page.locator(':focus').filter({ hasText: '空から' }).waitFor();
    await page.keyboard.press('Enter');
    keys += 1;
    await page.locator(':focus').filter({ hasText: '初回購入' }).waitFor();
    await press('Enter', 'Escape', 'n', 'w', 'a', 'Enter');
    await fieldIs('期間');
    await press('1', '4', 'Escape', 'n', 'b', 'u', 'Enter');
    await page.locator(':focus').filter({ hasText: '2回目の購入' }).waitFor();
    await press('Enter', 'Escape', ...toTheOtherWay, 'm', 'e', 'Enter');
    await page
      .locator(':focus')
      .and(page.getByRole('combobox', { name: 'テンプレート' }))
      .waitFor();
    await press('ArrowDown', 'Enter');
    expect(keys).toBeLessThanOrEqual(40);
    expect(await storedNodes(page)).toEqual(FIRST_JOURNEY);
    await keepPicture(page, `first-journey-keys-${view}`);
  });
});
