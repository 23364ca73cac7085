import { AxeBuilder } from '@axe-core/playwright';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';
import { convert } from './conversion.ts';

const MJML = `<mjml>
  <mj-body>
    <mj-section>
      <mj-column>
        <mj-text font-size="16px">はじめまして。<br/>{{ customer.lastName | keisho: '様' }}</mj-text>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`;

describe.skipIf(noBrowser)(`a mail from blocks${noBrowser ? ` (${noBrowser})` : ''}`, () => {
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

  const address = (key: string) => `${app.url}/v1/templates/${key}`;
  const saved = async (key: string) => ((await (await fetch(address(key))).json()) as { mjml: string }).mjml;
  const open = async (key: string): Promise<{ page: Page; input: CDPSession; frame: (name: RegExp) => Locator }> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ name: 'お礼', subject: 'お礼', mjml: MJML });
    expect((await fetch(address(key), { method: 'PUT', headers, body })).status).toBe(200);
    const page = await browser.openPage(app.url);
    await page.goto(`/templates/${key}`);
    await page.getByText('ブロック', { exact: true }).click();
    const editor = page.getByRole('region', { name: 'ブロックエディター' });
    await editor.waitFor();
    return {
      page,
      input: await page.context().newCDPSession(page),
      frame: (name) => editor.getByRole('group', { name }).and(editor.locator('[data-block]')),
    };
  };
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName ?? '');
  const save = async (page: Page) => {
    await page.keyboard.press('Control+s');
    await page.getByText('保存しました').first().waitFor();
  };

  test('is built by keys alone, through an input method, saved, opened again and the same', async () => {
    const { page, input, frame } = await open('by-keys');
    await frame(/^文章：はじめまして/).focus();
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'ブロックを探す' }).and(page.locator(':focus')).waitFor();
    await convert(input, 'ぼたん', 'ボタン');
    await page.getByRole('dialog').getByRole('option', { name: 'ボタン', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('ボタン：くわしく見る');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await convert(input, 'おためしする', 'お試しする');
    await frame(/^ボタン：お試しする$/).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('ボタン：お試しする');
    await page.keyboard.press('Alt+ArrowUp');
    await expect
      .poll(
        async () =>
          await frame(/^(文章|ボタン)：/)
            .first()
            .getAttribute('aria-label'),
      )
      .toMatch(/^ボタン/);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toMatch(/^文章：はじめまして/);
    await page.keyboard.press('Enter');
    await convert(input, 'かんしゃ', '感謝');
    await frame(/感謝$/).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+d');
    await expect.poll(() => frame(/^文章：/).count()).toBe(2);
    await page.keyboard.press('Delete');
    await expect.poll(() => frame(/^文章：/).count()).toBe(1);
    await save(page);
    const mjml = await saved('by-keys');
    expect(mjml).toContain("はじめまして。<br/>{{ customer.lastName | keisho: '様' }}感謝</mj-text>");
    expect(mjml).toMatch(/<mj-button href="【リンク先】"[^>]*>お試しする<\/mj-button>\n {8}<mj-text/);
    await page.reload();
    await page.getByText('ブロック', { exact: true }).click();
    await frame(/^ボタン：お試しする/).waitFor();
    expect(await saved('by-keys')).toBe(mjml);
  });

  test('takes back each change, down to the very text that was there', async () => {
    const { page, frame } = await open('undo');
    await frame(/^文章：/).focus();
    await page.keyboard.press('Control+d');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Enter');
    await page.keyboard.type('!');
    await page.keyboard.press('Escape');
    await expect.poll(() => frame(/!$/).count()).toBe(1);
    for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z');
    await expect.poll(() => frame(/^文章：/).count()).toBe(1);
    for (let step = 0; step < 3; step++) await page.keyboard.press('Control+y');
    await expect.poll(() => frame(/!$/).count()).toBe(1);
    for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+s');
    await expect.poll(() => saved('undo')).toBe(MJML);
  });

  test('takes a block from the list to its place with the pointer, and makes words bold', async () => {
    const { page, frame } = await open('pointer');
    await frame(/^文章：/).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+d');
    await expect.poll(() => frame(/^文章：/).count()).toBe(2);
    const [first, second] = [
      await frame(/^文章：/)
        .first()
        .boundingBox(),
      await frame(/^文章：/)
        .last()
        .boundingBox(),
    ];
    const grip = page.getByRole('button', { name: /^文章.*を動かす$/ });
    const from = (await grip.boundingBox())!;
    expect(second!.y).toBeGreaterThan(first!.y);
    await frame(/^文章：/)
      .last()
      .locator('[data-words]')
      .click();
    await page.keyboard.press('Control+a');
    await page.getByRole('button', { name: '太字' }).click();
    await expect.poll(() => page.locator('[data-words] b').count()).toBeGreaterThan(0);
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(first!.x + 40, first!.y + 40, { steps: 4 });
    await page.mouse.move(first!.x + 40, first!.y + 4, { steps: 4 });
    await page.mouse.up();
    await save(page);
    expect(await saved('pointer')).toMatch(
      /<mj-column>\n\s+<mj-text[^>]*><b>[\s\S]*<\/mj-text>\n\s+<mj-text[^>]*>はじめ/,
    );
  });

  test('keeps a block and puts it into another mail', async () => {
    const { page, frame } = await open('keeping');
    await frame(/^文章：/).focus();
    await page.getByRole('button', { name: 'そのほかの操作' }).click();
    await page.getByRole('menuitem', { name: 'ブロックを保存する' }).click();
    const dialog = page.getByRole('dialog', { name: 'ブロックを保存する' });
    await dialog.getByRole('textbox', { name: '名前' }).fill('いつものあいさつ');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    const other = await open('kept');
    await other.frame(/^文章：/).focus();
    await other.page.keyboard.press('/');
    await other.page.getByRole('combobox', { name: 'ブロックを探す' }).fill('いつもの');
    await other.page.keyboard.press('Enter');
    await expect.poll(() => other.frame(/^文章：/).count()).toBe(2);
  });

  test('has nothing serious for axe, with a block in hand and with the list open', async () => {
    const { page, frame } = await open('axe');
    const serious = async () => {
      const { violations } = await new AxeBuilder({ page }).exclude('iframe').setLegacyMode().analyze();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
    };
    await frame(/^文章：/)
      .locator('[data-words]')
      .click();
    await keepPicture(page, 'blocks');
    expect(await serious()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'ブロックを探す' }).and(page.locator(':focus')).waitFor();
    expect(await serious()).toEqual([]);
  });
});
