import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countDrawing, drawnWhile, openJourney, rest } from '../bench/editor/counted-page.ts';
import { customerEnters, dragCard, typeIntoForm } from '../bench/editor/counts.ts';
import { grownJourney } from '../bench/editor/journeys.ts';
import { scriptsOf } from '../bench/editor/scripts.ts';
import { callsTo, draw, writeNews } from '../bench/editor/shop.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';

describe.skipIf(noBrowser)(`among 1,000 steps${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let app: RunningApp;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  const call: ReturnType<typeof callsTo> = (...args) => callsTo(app.url)(...args);
  beforeAll(async () => {
    app = await startRunningApp();
    browser = await openBrowser();
    await writeNews(call);
  }, 240_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
    if (browser.broken.length > 0) throw new Error(browser.broken.join('\n'));
  });
  const countedPage = async () => {
    const page = await browser.openPage(app.url);
    await countDrawing(page);
    return page;
  };

  test('only what changes is drawn: by a drag, a digit typed, another card chosen', async () => {
    const page = await countedPage();
    await openJourney(page, await draw(call, grownJourney(1000)));
    const dragged = await dragCard(page);
    expect(dragged.cards).toBeLessThanOrEqual(1.2);
    expect(dragged.ways).toBeLessThanOrEqual(2.5);
    expect(await typeIntoForm(page)).toEqual({ cards: 1, ways: 0 });
    await page.keyboard.press('Escape');
    await rest(page);
    const walked = await drawnWhile(page, () => page.keyboard.press('ArrowUp'));
    expect(walked.cards).toBeLessThanOrEqual(2);
  });

  test('new figures draw the cards they name and no other', async () => {
    const graph = grownJourney(1000);
    graph.nodes['start']!.config = { triggers: [{ on: 'manual' }] };
    const { id, rev } = await call<{ id: number; rev: number }>('POST', '/v1/journeys', { graph });
    await call('POST', `/v1/journeys/${id}/publish`, { rev });
    expect(await customerEnters(await countedPage(), id, call)).toBe(1);
  });

  test('no card is drawn while the whole journey is seen', async () => {
    const page = await countedPage();
    await openJourney(page, await draw(call, grownJourney(1000)));
    await page.locator('[data-node]').first().focus();
    await page.keyboard.press('1');
    await page.locator('[data-far]').waitFor({ state: 'attached' });
    await expect.poll(() => page.locator('[data-node]').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.dataset.far')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('2');
    await page.locator('[data-node][aria-pressed="true"]').waitFor();
    expect(await page.evaluate('document.activeElement.dataset.node')).not.toBe('start');
  });

  test('a branch is folded, stays folded at the next visit, and opens for whoever looks inside', async () => {
    const page = await browser.openPage(app.url);
    await openJourney(page, await draw(call, grownJourney(50)));
    const all = await page.locator('[data-node]').count();
    await page.locator('[data-node="start"]').focus();
    for (let i = 0; i < 7; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('[');
    const pill = page.getByRole('button', { name: /手順、待機0名$/ }).first();
    await pill.waitFor();
    await page.reload();
    await pill.waitFor();
    expect(await page.locator('[data-node]').count()).toBeLessThanOrEqual(all);
    await pill.press('Enter'); // out of view, where no pointer reaches it
    await page.locator('[data-node][aria-pressed="true"]').waitFor();
  });

  test('a sticky note is written, moved by keys and taken back', async () => {
    const page = await browser.openPage(app.url);
    const id = await draw(call, grownJourney(5));
    await openJourney(page, id);
    await page.locator('[data-node="start"]').focus();
    await page.keyboard.press('s');
    await page.keyboard.type('14');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowDown');
    const notes = async () => (await call<{ graph: { notes?: object } }>('GET', `/v1/journeys/${id}`, undefined)).graph;
    await expect
      .poll(async () => Object.values((await notes()).notes ?? {}))
      .toEqual([{ text: '14', node: 'start', dx: 304, dy: 8 }]);
    await page.keyboard.press('Escape');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z');
    await expect.poll(async () => (await notes()).notes).toBeUndefined();
  });

  // Counted is every script that was asked for before the cards were painted and the page had a moment to spare. What
  // it fetches after that on its own account (forms, dialogs) is counted apart: there must be some, or nothing was put off.
  test('the editor weighs no more than 450 KB until a journey can be worked on', async () => {
    const page = await browser.openPage(app.url);
    const { needed, later } = await scriptsOf(page, await draw(call, grownJourney(50)));
    expect(needed).toBeLessThanOrEqual(450);
    expect(later).toBeGreaterThan(20);
  });
});
