import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { journey, wait } from '../support/build.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';
import { convert } from './conversion.ts';

describe.skipIf(noBrowser)(`an input method${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let app: RunningApp;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    app = await startRunningApp();
    browser = await openBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
    if (browser.broken.length > 0) throw new Error(browser.broken.join('\n'));
  });

  /** A journey with one wait, which has the focus. */
  const open = async (): Promise<{ page: Page; input: CDPSession }> => {
    const graph = journey({ name: '変換', on: { on: 'manual' } }, wait('P1D'));
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${app.url}/v1/journeys`, { method: 'POST', headers, body: JSON.stringify({ graph }) });
    const { id } = (await answer.json()) as { id: number };
    const page = await browser.openPage(app.url);
    await page.goto(`/journeys/${id}`);
    await page.getByRole('button', { name: /^待つ。/ }).focus();
    return { page, input: await page.context().newCDPSession(page) };
  };

  const field = (page: Page) => page.locator(':focus');

  test('keeps its Enter and Esc in the picker', async () => {
    const { page, input } = await open();
    await page.keyboard.press('n');
    const picker = page.getByRole('dialog', { name: '追加する手順' });
    await picker.waitFor();
    await convert(input, 'めーる', 'メール', async () => {
      expect(await picker.isVisible()).toBe(true);
      expect(await page.locator('[data-node]').count()).toBe(3);
    });
    expect(await field(page).inputValue()).toBe('メール');
    await picker.getByRole('option', { name: 'メール', exact: true }).waitFor();
  });

  test('keeps them in a node’s name and in the journey’s, and both are one step of undo', async () => {
    const { page, input } = await open();
    await page.keyboard.press('F2');
    await page.locator('[data-name-field]:focus').waitFor();
    await convert(input, 'かんじ', '漢字', async () => {
      expect(await field(page).getAttribute('data-name-field')).not.toBeNull();
    });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^漢字。/ }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^待つ。/ }).waitFor();
    await page.getByRole('button', { name: /^名前を変える：変換/ }).click();
    await page.keyboard.press('Control+a');
    await convert(input, 'おためし', 'お試し', async () => {
      expect(await field(page).getAttribute('aria-label')).toBe('ジャーニー名');
    });
    await expect.poll(() => field(page).inputValue()).toBe('お試し');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'お試し' }).waitFor();
  });

  test('types full-width digits into a number field', async () => {
    const { page, input } = await open();
    await page.keyboard.press('Enter');
    const span = page.getByRole('textbox', { name: '期間' });
    const hasFocus = () => span.evaluate((each) => each === document.activeElement);
    await expect.poll(hasFocus).toBe(true);
    await convert(input, '１４', '１４', async () => {
      expect(await hasFocus()).toBe(true);
    });
    await page.keyboard.press('Tab');
    await expect.poll(() => span.inputValue()).toBe('14');
    await page.getByRole('button', { name: /^待つ。 14日後/ }).waitFor();
  });

  test('keeps them in the command palette and while finding', async () => {
    const { page, input } = await open();
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'コマンドパレット' });
    await palette.waitFor();
    await convert(input, 'ふくせい', '複製', async () => {
      expect(await palette.isVisible()).toBe(true);
    });
    await palette.getByRole('option', { name: /複製する/ }).waitFor();
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^開始。/ }).focus();
    await page.keyboard.press('Control+f');
    const bar = page.getByRole('search');
    await bar.locator('input:focus').waitFor();
    await convert(input, 'まつ', '待つ', async () => {
      expect(await bar.isVisible()).toBe(true);
    });
    await bar.getByText('1件中1件目').waitFor();
    await page.keyboard.press('Escape');
    await page
      .getByRole('button', { name: /^待つ。/ })
      .and(page.locator(':focus'))
      .waitFor();
  });

  test('keeps them in a mail’s text', async () => {
    const { page, input } = await open();
    await page.goto('/templates/+');
    const subject = page.getByRole('textbox', { name: '件名' });
    await subject.click();
    await page.keyboard.press('Control+a');
    const address = page.url();
    await convert(input, 'おれい', '御礼', async () => {
      expect(page.url()).toBe(address);
    });
    expect(await subject.inputValue()).toBe('御礼');
  });

  test('that is on does not keep a letter from being a command on the canvas', async () => {
    const { page, input } = await open();
    await input.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      windowsVirtualKeyCode: 229,
      key: 'Process',
      code: 'KeyN',
    });
    await expect.poll(() => page.getByRole('dialog', { name: '追加する手順' }).count()).toBe(1);
  });
});
