import type { GraphNode, JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';

const wait = (days: number, to: string | null): GraphNode => ({
  type: 'wait',
  name: `${days}日`,
  config: { for: `P${days}D` },
  next: { next: to },
});
const when = { orders: 'count', op: 'gte', value: 1, since: { node: 'w1' } };

/** start → 1日 → 分岐(あり: 2日 → 3日, なし: 4日) → 5日 → 分岐B(あり: 6日, なし: 終了) */
const graph = (): JourneyGraph => ({
  schema: 1,
  name: '動かす',
  start: 'n1',
  settings: {},
  nodes: {
    n1: { type: 'start', config: { triggers: [{ on: 'first_purchase' }] }, next: { next: 'w1' } },
    w1: wait(1, 'b'),
    b: {
      type: 'branch',
      name: '分岐A',
      config: { branches: [{ port: 'yes', when }], else: 'no' },
      next: { yes: 'w2', no: 'w4' },
    },
    w2: wait(2, 'w3'),
    w3: wait(3, 'w5'),
    w4: wait(4, 'w5'),
    w5: wait(5, 'c'),
    c: {
      type: 'branch',
      name: '分岐B',
      config: { branches: [{ port: 'yes', when: { segment: 'gold', member: true } }], else: 'no' },
      next: { yes: 'w6', no: 'x' },
    },
    w6: wait(6, null),
    x: { type: 'exit', config: { reason: 'completed' }, next: {} },
  },
});

describe.skipIf(noBrowser)(`moving nodes${noBrowser ? ` (${noBrowser})` : ''}`, () => {
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

  const create = async (): Promise<number> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ graph: graph() });
    const answer = await fetch(`${app.url}/v1/journeys`, { method: 'POST', headers, body });
    return ((await answer.json()) as { id: number }).id;
  };
  const begin = async (page?: Page) => {
    const id = await create();
    const at = page ?? (await browser.openPage(app.url));
    await at.goto(`/journeys/${id}`);
    await card(at, '開始').waitFor();
    await at.keyboard.press('1');
    return { page: at, id };
  };
  const stored = async (id: number): Promise<JourneyGraph> => {
    const answer = await fetch(`${app.url}/v1/journeys/${id}`);
    return ((await answer.json()) as { graph: JourneyGraph }).graph;
  };
  const card = (page: Page, name: string) =>
    page.getByRole('application').getByRole('button', { name: new RegExp(`^${name}`) });
  const middle = async (page: Page, selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`${selector} is not on the page`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const fit = async (page: Page) => {
    await card(page, '開始').focus();
    await page.keyboard.press('1');
    await page.waitForTimeout(300);
  };
  const drag = async (page: Page, from: string, to: string, steps = 12) => {
    const [a, b] = [await middle(page, from), await middle(page, to)];
    await page.mouse.move(a.x, a.y);
    await page.mouse.down();
    await page.mouse.move(b.x, b.y, { steps });
    await page.waitForTimeout(80); // a few pictures
  };

  test('a card is dragged to another place; a branch takes its ways along; Esc changes nothing', async () => {
    const { page, id } = await begin();
    await fit(page);
    await drag(page, '[data-node="w1"]', '[data-route="w3:next"]');
    await page.locator('[data-route="w3:next"][data-slot="target"]').waitFor();
    await keepPicture(page, 'drag-a-card');
    await page.mouse.up();
    await expect.poll(async () => (await stored(id)).nodes['w3']?.next).toEqual({ next: 'w1' });
    expect((await stored(id)).nodes['n1']?.next).toEqual({ next: 'b' });
    await fit(page);
    await drag(page, '[data-node="b"]', '[data-route="w6:next"]');
    await page.getByText('+4手順').waitFor();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await page.locator('[data-ghost]').waitFor({ state: 'detached' });
    await drag(page, '[data-node="b"]', '[data-route="w6:next"]');
    await page.mouse.up();
    await expect.poll(async () => (await stored(id)).nodes['w6']?.next).toEqual({ next: 'b' });
    const { nodes } = await stored(id);
    expect(nodes['n1']?.next).toEqual({ next: 'w5' });
    expect([nodes['w1']?.next, nodes['w4']?.next]).toEqual([{ next: null }, { next: null }]);
    expect(Object.keys(nodes)).toHaveLength(10);
  });

  test('over an illegal place the reason stands at the pointer, and letting go there changes nothing', async () => {
    const { page, id } = await begin();
    await fit(page);
    await drag(page, '[data-node="x"]', '[data-route="w5:next"]');
    await page.getByText('この後に続きを置けない手順なので、道の終わりにだけ置けます。').waitFor();
    await keepPicture(page, 'drag-over-an-illegal-place');
    await page.mouse.up();
    await page.waitForTimeout(1200);
    expect(await stored(id)).toEqual(graph());
  });

  test('V picks up, arrows go from place to place, Enter puts down; left and right reorder the ways', async () => {
    const { page, id } = await begin();
    await card(page, '5日').focus();
    await page.keyboard.press('v');
    await page.getByText('「5日」を動かしています').waitFor();
    await page.getByText('置き場所 8/10：「分岐B: あり」と「6日」の間').waitFor();
    await keepPicture(page, 'carry-by-keys');
    for (let i = 0; i < 7; i++) await page.keyboard.press('ArrowUp');
    await page.getByText('置き場所 1/10：「開始」と「1日」の間').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await stored(id)).nodes['n1']?.next).toEqual({ next: 'w5' });
    expect((await stored(id)).nodes['w3']?.next).toEqual({ next: 'c' });
    await card(page, '6日').focus();
    await page.keyboard.press('v');
    await page.keyboard.press('Escape');
    await page.getByText('「6日」を動かしています').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await stored(id)).nodes).toEqual(graph().nodes);
  });

  test('nodes go from one journey to another by the clipboard; what does not exist there is chosen again', async () => {
    const { page, id } = await begin();
    const context = page.context();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await card(page, '5日').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+c');
    await page.getByText('2件の手順をコピーしました。').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(Object.keys((JSON.parse(text) as { fragment: { nodes: object } }).fragment.nodes)).toEqual(['w5', 'c']);
    expect(await stored(id)).toEqual(graph());

    const { id: other } = await begin(page);
    await card(page, '6日').click();
    await page.keyboard.press('Control+v');
    await page.getByRole('dialog', { name: '貼り付け先で選び直す' }).waitFor();
    await page.getByText('セグメント「gold」').waitFor();
    await keepPicture(page, 'paste-elsewhere');
    await page.getByRole('button', { name: '貼り付ける' }).click();
    await expect.poll(async () => Object.keys((await stored(other)).nodes).length).toBe(12);
    const { nodes } = await stored(other);
    const first = nodes['w6']?.next['next'] ?? '';
    expect(nodes[first]).toMatchObject({ type: 'wait', config: { for: 'P5D' } });
    expect(first).not.toBe('w5');

    await page.evaluate(() => navigator.clipboard.writeText('こんにちは'));
    await fit(page);
    await card(page, '4日').click();
    await page.keyboard.press('Control+v');
    await page.getByText('クリップボードに、貼り付けられる手順がありません。').waitFor();
    await page.waitForTimeout(1000);
    expect((await stored(other)).nodes).toEqual(nodes);

    await page.keyboard.press('Control+x');
    await page.getByText('1件の手順を切り取りました。').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => Object.keys((await stored(other)).nodes).length).toBe(12);
  });

  test('a box, Shift and the menu work on several nodes', async () => {
    const { page, id } = await begin();
    await fit(page);
    await card(page, '2日').click();
    await card(page, '3日').click({ modifiers: ['Shift'] });
    expect(await page.locator('[data-node][data-selected]').count()).toBe(2);
    await card(page, '3日').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^分岐に入れる/ }).waitFor();
    await keepPicture(page, 'node-menu');
    await page.getByRole('menuitem', { name: /^分岐に入れる/ }).click();
    await expect.poll(async () => Object.keys((await stored(id)).nodes).length).toBe(11);
    const made = Object.entries((await stored(id)).nodes).find(([key]) => !(key in graph().nodes));
    expect(made?.[1].next).toEqual({ yes: 'w2', no: 'w5' });
    await fit(page);
    const [a, b] = [
      await page.locator('[data-node="w2"]').boundingBox(),
      await page.locator('[data-node="w3"]').boundingBox(),
    ];
    await page.mouse.move(a!.x - 12, a!.y - 12);
    await page.mouse.down();
    await page.mouse.move(b!.x + 40, b!.y + 20, { steps: 6 });
    await page.waitForTimeout(60);
    await page.mouse.up();
    await expect.poll(() => page.locator('[data-node][data-selected]').count()).toBe(2);
    await page.keyboard.press('Delete');
    await page.getByText('2件の手順を削除しました').first().waitFor(); // in words and aloud
    await expect.poll(async () => (await stored(id)).nodes[made![0]]?.next).toEqual({ yes: 'w5', no: 'w5' });
  });

  test('an open end is led to a card; a branch that is deleted lets one choose what stays', async () => {
    const { page, id } = await begin();
    await fit(page);
    await card(page, '4日').click({ button: 'right' });
    await page.getByRole('menuitem', { name: /^複製する/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Delete');
    await fit(page);
    await drag(page, '[data-route="b:no"]', '[data-node="w5"]');
    await page.locator('[data-node="w5"][data-join]').waitFor();
    await page.mouse.up();
    await expect.poll(async () => (await stored(id)).nodes['b']?.next).toEqual({ yes: 'w2', no: 'w5' });
    await card(page, '分岐B').click();
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: '「なし」の先を残す' }).click();
    await expect.poll(async () => (await stored(id)).nodes['w5']?.next).toEqual({ next: 'x' });
  });
});
