import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callsTo, draw } from '../bench/editor/shop.ts';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';

const PLACES = [
  '北海道・東北',
  '関東',
  '中部・北陸・甲信越の各県と静岡県にお住まいの方',
  '近畿',
  '中国・四国',
  '九州・沖縄',
];
const arms = PLACES.map((label, i) => ({ port: 'abcdef'[i]!, label, percent: i === 0 ? 50 : 10 }));

const graph: JourneyGraph = {
  schema: 1,
  name: '地域ごとに',
  start: 'n1',
  settings: {},
  nodes: {
    n1: { type: 'start', config: { triggers: [{ on: 'first_purchase' }] }, next: { next: 'n2' } },
    n2: { type: 'split', config: { arms, salt: 's' }, next: { a: 'n3', b: 'n4', c: null, d: null, e: null, f: null } },
    n3: { type: 'wait', config: { for: 'P3D' }, next: { next: 'n5' } },
    n4: { type: 'wait', config: { for: 'P5D' }, next: { next: null } },
    n5: { type: 'exit', config: { reason: 'completed' }, next: {} },
  },
  notes: { m: { node: 'n1', dx: 320, dy: 0, text: '九月に見直す' } },
};

describe.skipIf(noBrowser)(`details of the canvas${noBrowser ? ` (${noBrowser})` : ''}`, () => {
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

  const begin = async (): Promise<Page> => {
    const page = await browser.openPage(app.url);
    await page.goto(`/journeys/${await draw(callsTo(app.url), graph)}`);
    await page.locator('[data-node="n1"]').waitFor();
    return page;
  };
  const focused = (page: Page) => page.locator(':focus').getAttribute('aria-label');
  const drawnAt = async (page: Page) => (await page.locator('[data-node="n1"]').boundingBox())!;

  test('a card lists more than four ways, says their names whole, and each has its own ⊕', async () => {
    const page = await begin();
    const card = page.locator('[data-node="n2"]');
    expect(await card.locator('[data-port]').count()).toBe(6);
    expect(await card.locator('[data-port="c"]').getAttribute('title')).toBe(PLACES[2]);
    await card.focus();
    expect(await focused(page)).toContain(PLACES.join('、'));
    await keepPicture(page, 'list-card');
    for (const port of 'abcdef') await expect(page.locator(`[data-route="n2:${port}"]`).count()).resolves.toBe(1);
  });

  test('a folded branch is walked to, opened and left by keys; what cannot be done to it says so', async () => {
    const page = await begin();
    await page.locator('[data-node="n2"]').focus();
    await page.keyboard.press('[');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toMatch(/^「北海道・東北」を開く：2手順/);
    expect(await page.locator('[role="application"] [tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Delete');
    await page.getByText('たたんだ分岐には使えません').waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toMatch(/^割合で分ける/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toMatch(/^待つ。 3日後に進む/);
  });

  test('ways out are added and deleted, and the type is changed, from the list of actions', async () => {
    const page = await begin();
    await page.locator('[data-node="n2"]').focus();
    await page.keyboard.press('Shift+B');
    await expect.poll(() => page.locator('[data-node="n2"] [data-port]').count()).toBe(7);
    await page.keyboard.press('.');
    await page.getByRole('menuitem', { name: '出口を削除する…' }).click();
    await page.getByRole('option', { name: '関東 → 待つ（未接続として残ります）' }).click();
    await expect.poll(() => page.locator('[data-node="n2"] [data-port]').count()).toBe(6);
    await page.getByText('未接続').first().waitFor();
    await page.locator('[data-node="n3"]').focus();
    await page.keyboard.press('r');
    await page
      .getByRole('combobox', { name: '種類を選ぶ' })
      .or(page.getByRole('textbox', { name: '種類を選ぶ' }))
      .fill('終了');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('[data-node="n3"]').getAttribute('data-group')).toBe('exit');
  });

  test('the picture is moved by the middle button, by Space and by arrows, and nothing else happens', async () => {
    const page = await begin();
    const card = page.locator('[data-node="n2"]');
    const { x, y } = (await card.boundingBox())!;
    const drag = async (button: 'left' | 'middle') => {
      const before = await drawnAt(page);
      await page.mouse.move(x + 40, y + 20);
      await page.mouse.down({ button });
      await page.mouse.move(x + 90, y + 60, { steps: 4 });
      await page.mouse.up({ button });
      const moved = async () => {
        const after = await drawnAt(page);
        return [Math.round(after.x - before.x), Math.round(after.y - before.y)];
      };
      await expect.poll(moved).toEqual([50, 40]); // the last step is drawn with the next frame
    };
    await drag('middle');
    await page.locator('[data-node="n1"]').focus();
    await page.keyboard.down(' ');
    await drag('left');
    await page.keyboard.up(' ');
    expect(await page.getByRole('button', { name: '元に戻す', exact: true }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    await page.keyboard.press('Escape');
    const before = await drawnAt(page);
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => Math.round((await drawnAt(page)).x - before.x)).toBe(-96);
    await page.keyboard.press('Home');
    expect(await focused(page)).toMatch(/^開始/);
  });
});
