import { AxeBuilder } from '@axe-core/playwright';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';

const graph: JourneyGraph = {
  schema: 1,
  name: '鍵盤だけで',
  start: 'n1',
  settings: {},
  nodes: {
    n1: { type: 'start', config: { triggers: [{ on: 'first_purchase' }] }, next: { next: 'n2' } },
    n2: { type: 'wait', config: { for: 'P3D' }, next: { next: 'n3' } },
    n3: { type: 'telepathy', config: { strength: [1, { deep: true }] }, next: { heard: 'n4' }, secret: 'kept' },
    n4: { type: 'exit', config: { reason: 'completed' }, next: {} },
  },
};

describe.skipIf(noBrowser)(`the journey page by keyboard${noBrowser ? ` (${noBrowser})` : ''}`, () => {
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

  const begin = async (): Promise<{ page: Page; id: number }> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${app.url}/v1/journeys`, { method: 'POST', headers, body: JSON.stringify({ graph }) });
    const { id } = (await answer.json()) as { id: number };
    const page = await browser.openPage(app.url);
    await page.goto(`/journeys/${id}`);
    await page.getByRole('button', { name: /^開始/ }).focus();
    return { page, id };
  };
  const stored = async (id: number): Promise<JourneyGraph> => {
    const answer = await fetch(`${app.url}/v1/journeys/${id}`);
    return ((await answer.json()) as { graph: JourneyGraph }).graph;
  };
  const focused = (page: Page) => page.locator(':focus').getAttribute('aria-label');
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** What is opened for the first time is fetched first. */
  const inField = (page: Page, role: 'search' | 'form') =>
    page.locator(role === 'search' ? '[role="combobox"]:focus' : 'input:focus:not([role="combobox"])').waitFor();

  test('walks, adds, configures, renames, undoes and deletes; what it does not know stays byte for byte', async () => {
    const { page, id } = await begin();
    await press(page, 'ArrowDown', 'n');
    await inField(page, 'search');
    await page.keyboard.type('matsu');
    await press(page, 'Enter');
    await inField(page, 'form');
    await page.keyboard.type('14');
    await press(page, 'Escape');
    expect(await focused(page)).toMatch(/^待つ。 14日後に進む/);
    await press(page, 'F2');
    await inField(page, 'form');
    await page.keyboard.type('間をおく');
    await press(page, 'Escape', 'ArrowUp');
    expect(await focused(page)).toMatch(/^待つ。 3日後に進む/);
    await press(page, 'Delete');
    expect(await focused(page)).toMatch(/^間をおく/);
    await page.getByText('1件の手順を削除しました').waitFor();
    await page.getByText(/^保存済み/).waitFor();
    const after = await stored(id);
    const [added] = Object.keys(after.nodes).filter((each) => each.startsWith('wait-'));
    expect(after.nodes['n1']?.next).toEqual({ next: added });
    expect(after.nodes[added ?? '']).toEqual({
      type: 'wait',
      name: '間をおく',
      config: { for: 'P14D' },
      next: { next: 'n3' },
    });
    expect(JSON.stringify(after.nodes['n3'])).toBe(JSON.stringify(graph.nodes['n3']));
    await press(page, 'Control+z', 'Control+z', 'Control+z', 'Control+z');
    await expect.poll(async () => JSON.stringify(await stored(id))).toBe(JSON.stringify(graph));
  });

  test('the canvas is one tab stop, and nothing serious is wrong for assistive technology', async () => {
    const { page } = await begin();
    const stops = page.getByRole('application').locator('.react-flow [tabindex="0"]');
    expect(await stops.count()).toBe(1);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => [id, nodes[0]?.html]),
    ).toEqual([]);
  });

  test('keys are not lost while the picture still moves', async () => {
    const { page } = await begin();
    await press(page, 'ArrowDown', '+', 'n');
    await page.keyboard.type('mail');
    await page.waitForTimeout(400); // longer than the picture takes
    expect(await page.locator(':focus').inputValue()).toBe('mail');
    const field = await page.locator(':focus').boundingBox();
    const card = await page.locator('[data-node="n2"]').boundingBox();
    expect(Math.abs((field?.y ?? 0) - (card?.y ?? 0))).toBeLessThan(300);
    await press(page, 'Escape');
    expect(await focused(page)).toMatch(/^待つ。 3日後に進む/);
  });

  test('the Enter that ends a conversion chooses nothing', async () => {
    const { page } = await begin();
    await press(page, 'n');
    await page.getByRole('combobox').and(page.locator(':focus')).waitFor();
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'まつ', selectionStart: 2, selectionEnd: 2 });
    await input.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      windowsVirtualKeyCode: 229,
      key: 'Enter',
      code: 'Enter',
    });
    await page.getByRole('option', { name: '待つ', exact: true }).waitFor();
    expect(await page.getByRole('dialog', { name: '追加する手順' }).isVisible()).toBe(true);
    await input.send('Input.insertText', { text: '待つ' });
    await page.waitForTimeout(100); // nobody presses Enter twice in the same instant
    await press(page, 'Enter');
    await page.getByRole('button', { name: /^待つ。 1日後/ }).waitFor();
  });

  test('in a field the browser’s undo comes first, then the journey’s', async () => {
    const { page, id } = await begin();
    await press(page, 'ArrowDown', 'p', 'F2');
    await inField(page, 'form');
    await page.keyboard.type('abc');
    await page.getByRole('button', { name: '元に戻す：「待つ」の名前' }).waitFor();
    const field = page.locator(':focus');
    const typed = [await field.inputValue()];
    while (typed.at(-1) !== '' && typed.length <= 3) {
      // browsers take back letters or words
      await press(page, 'Control+z');
      typed.push(await field.inputValue());
    }
    expect(typed.at(-1)).toBe('');
    await page.getByRole('button', { name: '元に戻す：「待つ」を停止' }).waitFor();
    await press(page, 'Control+z');
    await page.getByRole('button', { name: '元に戻す', exact: true }).waitFor();
    await expect.poll(async () => JSON.stringify(await stored(id))).toBe(JSON.stringify(graph));
  });

  test('where the browser has forgotten what was typed, the journey’s undo goes on', async () => {
    const { page } = await begin();
    await press(page, 'ArrowDown', 'F2');
    await inField(page, 'form');
    await page.keyboard.type('abc');
    const field = page.locator(':focus');
    await field.evaluate((input: HTMLInputElement) => {
      for (const value of ['', 'abc'])
        // past React, as a browser's own filling in
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    });
    await press(page, 'Control+z');
    await expect.poll(() => field.inputValue()).toBe('');
    await page.getByRole('button', { name: /^待つ。 3日後/ }).waitFor();
  });

  test('what an input method wrote is one step, however long it took', async () => {
    const { page } = await begin();
    await press(page, 'ArrowDown', 'F2');
    const input = await page.context().newCDPSession(page);
    for (const text of ['た', 'たび', 'たびじ']) {
      await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await page.waitForTimeout(1000); // longer than any pause that ends a step
    }
    await input.send('Input.insertText', { text: '旅路' });
    await page.getByRole('button', { name: /^旅路。/ }).waitFor();
    await page.getByRole('button', { name: '元に戻す：「待つ」の名前' }).click();
    await page.getByRole('button', { name: /^待つ。 3日後/ }).waitFor();
    expect(await page.getByRole('button', { name: '元に戻す', exact: true }).isVisible()).toBe(true);
  });

  test('what was saved somewhere else is taken in, not overwritten', async () => {
    const { page, id } = await begin();
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ base: 1, graph: { ...graph, name: '別の場所で' } });
    const saved = await fetch(`${app.url}/v1/journeys/${id}/draft`, { method: 'PUT', headers, body });
    expect(saved.status).toBe(200);
    await press(page, 'ArrowDown', 'p');
    await page.getByRole('heading', { name: '別の場所で' }).waitFor();
    await expect.poll(() => stored(id)).toMatchObject({ name: '別の場所で', nodes: { n2: { disabled: true } } });
  });
});
