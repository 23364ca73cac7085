import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';
import { FIRST_JOURNEY, storedNodes, writeMail } from './first-journey.ts';

declare global {
  interface Window {
    pointerTimes: number;
  }
}

describe.skipIf(noBrowser)(`the first journey of a marketer${noBrowser ? ` (${noBrowser})` : ''}`, () => {
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

  /** A page that counts what the pointer does. */
  const open = async (view: 'canvas' | 'outline' = 'canvas'): Promise<Page> => {
    const page = await browser.openPage(app.url);
    await page.addInitScript((shown) => {
      if (window.top !== window) return; // previews of mails
      localStorage.setItem('tabiji-view', shown);
      window.pointerTimes = 0;
      addEventListener('mousedown', () => (window.pointerTimes += 1), { capture: true });
    }, view);
    await page.goto('/journeys');
    await page.getByRole('button', { name: '新規ジャーニー' }).first().waitFor();
    return page;
  };

  test('takes twelve clicks, two typed characters and no drag', async () => {
    const page = await open();
    const panel = page.getByRole('complementary', { name: '設定' });
    const plus = (after: string) => page.getByRole('button', { name: `「${after}」の後に手順を追加`, exact: true });
    const choose = (type: string) => page.getByRole('option', { name: type, exact: true }).click();
    await page.getByRole('button', { name: '新規ジャーニー' }).first().click();
    await page.getByRole('button', { name: '空から' }).click();
    await panel.getByRole('button', { name: /^初回購入/ }).click();
    await plus('開始').click();
    await choose('待つ');
    await page.keyboard.type('14');
    await plus('待つ').click();
    await choose('分岐');
    await panel.getByRole('button', { name: /^2回目の購入/ }).click();
    await plus('なし').click();
    await choose('メール');
    await panel.getByRole('combobox', { name: 'テンプレート' }).click();
    await page.getByRole('option', { name: 'F2_01' }).click();
    expect(await page.evaluate(() => window.pointerTimes)).toBe(12);
    expect(await storedNodes(page)).toEqual(FIRST_JOURNEY);
    await keepPicture(page, 'first-journey-clicked');
  });
});
