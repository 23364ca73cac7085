import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, noBrowser } from '../../support/browser.ts';
import { type Everything, openEverything } from './everything.ts';

/** What the menu of a row has to offer, among others. */
const ACTIONS_OF_A_NODE = [
  '後に追加する',
  '設定を開く',
  '名前を変える',
  '複製する',
  '停止／有効を切り替える',
  '削除して前後をつなぐ',
  'この先もまとめて削除する',
  '持ち上げて動かす',
  'コピーする',
  '切り取る',
  '貼り付ける',
  '分岐に入れる',
  'ほかの手順に合流させる…',
  '前の手順へ戻らせる…',
];

describe.skipIf(noBrowser)(`keys and fingers${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let all: Everything;
  beforeAll(async () => {
    all = await openEverything();
  }, 240_000);
  afterAll(() => all[Symbol.asyncDispose]());

  test('a phone has everything: row menus for fingers, the palette and the search', async () => {
    const page = await all.browser.openPage(all.app.url, { width: 390, height: 844 });
    await page.goto(`/journeys/${all.own}`);
    const row = page.getByRole('tree').locator('[data-node="wait1"]');
    await row.getByRole('button', { name: '「待つ」の操作' }).click();
    const items = page.getByRole('menuitem');
    await items.first().waitFor();
    const heights = await items.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    const offered = await items.evaluateAll((all) => all.map((one) => one.textContent));
    for (const name of ACTIONS_OF_A_NODE) expect(offered.some((words) => words?.startsWith(name)) || name).toBe(true);
    await keepPicture(page, 'phone-row-menu');
    await items.filter({ hasText: /^複製する/ }).click();
    await page.getByRole('tree').getByRole('treeitem', { name: /^待つ/ }).nth(1).waitFor();
    await page.getByRole('button', { name: '手順を探す' }).click();
    await page.locator('search').getByRole('textbox').fill('待つ');
    await page.getByText('2件中1件目').waitFor();
    await page.getByRole('button', { name: '検索を閉じる' }).click();
    await page.getByRole('button', { name: '操作を探す' }).click();
    await page.getByRole('dialog').getByRole('combobox').fill('元に戻す');
    await page
      .getByRole('option', { name: /^元に戻す/ })
      .first()
      .click();
    await expect.poll(() => page.getByRole('tree').getByRole('treeitem', { name: /^待つ/ }).count()).toBe(1);
    await page.context().close();
  });

  test('canvas and outline are one tab stop each; F6 goes round the regions', async () => {
    const page = await all.browser.openPage(all.app.url);
    await page.goto(all.pages[1] ?? '');
    await page.locator('[data-node]').first().focus();
    expect(await page.getByRole('application').locator('[data-node][tabindex="0"]').count()).toBe(1);
    const region = () =>
      page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region'));
    const visited: unknown[] = [];
    for (let i = 0; i < 4; i += 1) {
      await page.keyboard.press('F6');
      visited.push(await region());
    }
    expect(visited).toEqual(['panel', 'footer', 'toolbar', 'canvas']);
    await page.keyboard.press('Shift+F6');
    expect(await region()).toBe('toolbar');
    await page.locator('[data-node]').first().focus();
    await page.keyboard.press('o');
    await page.getByRole('tree').waitFor();
    expect(await page.getByRole('tree').locator('[tabindex="0"]').count()).toBe(1);
    await page.context().close();
  });
});
