import { AxeBuilder } from '@axe-core/playwright';
import { type Locale, LOCALES } from '@tabiji/shared/locale.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { branch, exit, journey, mail, wait } from '../support/build.ts';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';
import { STATES, type Journeys } from './editor-states.ts';

const MJML =
  '<mjml><mj-body><mj-section><mj-column><mj-text>{{ customer.name }}</mj-text></mj-column></mj-section></mj-body></mjml>';

/** One of everything there is a page for: running journeys with people inside, a segment, a template, a letter. */
async function fill({
  url,
}: RunningApp): Promise<{ pages: string[]; journeys: Record<Locale, Journeys>; own: number }> {
  const call = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json', origin: url };
    const reply = await fetch(`${url}/v1${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    expect([method, path, reply.status < 300]).toEqual([method, path, true]);
    return (await reply.json()) as Record<string, unknown>;
  };
  await call('PUT', '/templates/hello', { name: 'はじめに', subject: 'はじめまして', mjml: MJML });
  const condition = { orders: 'count', op: 'gte', value: 1 };
  await call('PUT', '/segments/buyers', { name: '購入者', condition });
  const graph = journey(
    { name: 'はじめてのお客様', on: { on: 'manual' } },
    mail('hello'),
    branch({ orders: 'count', op: 'gte', value: 1 }, [exit('bought')]),
    wait('P1D'),
  );
  const { id, rev } = await call('POST', '/journeys', { graph });
  await call('POST', `/journeys/${String(id)}/publish`, { rev });
  const customers = ['a', 'b', 'c'];
  const facts = customers.map((customer) => ({
    type: 'identify',
    customer,
    email: `${customer}@example.com`,
    lastName: '佐藤',
  }));
  await call('POST', '/batch', { facts });
  await call('POST', `/journeys/${String(id)}/enroll`, { customers });
  const days = (length: string) => journey({ name: '変更のあるジャーニー', on: { on: 'manual' } }, wait(length));
  /** One for each language: a conflict leaves somebody else's draft behind. */
  const makeChanged = async (): Promise<number> => {
    const { id, rev } = await call('POST', '/journeys', { graph: days('P3D') });
    await call('POST', `/journeys/${String(id)}/publish`, { rev });
    await call('POST', `/journeys/${String(id)}/enroll`, { customers });
    await call('PUT', `/journeys/${String(id)}/draft`, { base: rev, graph: days('P7D') });
    return Number(id);
  };
  const running = Number(id);
  const journeys = { ja: { running, changed: await makeChanged() }, en: { running, changed: await makeChanged() } };
  const letter = await vi.waitFor(
    async () => {
      const { letters } = await call('GET', '/letters');
      const [first] = letters as { id: number; customerId: number }[];
      if (!first) throw new Error('no letter was written yet');
      return first;
    },
    { timeout: 20_000, interval: 200 },
  );
  const customer = letter.customerId;
  const own = await call('POST', '/journeys', { graph: days('P3D') });
  const pages = [
    '/journeys',
    `/journeys/${String(id)}`,
    `/journeys/${String(id)}?node=${graph.start}`,
    '/customers',
    `/customers/${customer}`,
    `/customers/${customer}/why/${String(id)}`,
    '/segments',
    '/segments/buyers',
    '/segments/+?example=true',
    '/templates',
    '/templates/hello',
    '/templates/+',
    '/letters',
    `/letters/${letter.id}`,
    '/import',
    '/settings',
    '/nowhere',
  ];
  return { pages, journeys, own: Number(own['id']) };
}

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

const show = async (page: Page, path: string) => {
  await page.goto(path);
  await page.getByRole('heading').first().waitFor();
};

/** Nothing is loading, nothing fades in. */
const settled = (page: Page) =>
  page.waitForFunction(
    () =>
      !document.querySelector('.mantine-Skeleton-root, [aria-busy="true"]') &&
      document
        .getAnimations()
        .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );

describe.skipIf(noBrowser)(`every page for everybody${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let app: RunningApp;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let pages: string[];
  let journeys: Record<Locale, Journeys>;
  let own: number;
  beforeAll(async () => {
    app = await startRunningApp();
    browser = await openBrowser();
    ({ pages, journeys, own } = await fill(app));
  }, 240_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
    if (browser.broken.length > 0) throw new Error(browser.broken.join('\n'));
  });

  /** What axe finds serious; in the second colour scheme only colours can be wrong. */
  const wrong = async (page: Page, where: string, rules?: string[]) => {
    const axe = new AxeBuilder({ page }).exclude('iframe').setLegacyMode();
    const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${where}: ${id} ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
  };
  const inBothSchemes = async (page: Page, where: string) => {
    await settled(page);
    const found = await wrong(page, where);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('[data-mantine-color-scheme=dark]').waitFor({ state: 'attached' });
    found.push(...(await wrong(page, `${where}, dark`, ['color-contrast'])));
    await page.emulateMedia({ colorScheme: 'light' });
    await page.locator('[data-mantine-color-scheme=light]').waitFor({ state: 'attached' });
    return found;
  };

  test.each(['ja', 'en'])('has nothing serious for axe on any page, in light and dark, in %s', async (locale) => {
    const page = await browser.openPage(app.url, { locale });
    const found: string[] = [];
    for (const path of pages) {
      await show(page, path);
      found.push(...(await inBothSchemes(page, path)));
    }
    expect(found).toEqual([]);
    await page.context().close();
  });

  describe.each(LOCALES)('in %s, the editor', (locale) => {
    let page: Page;
    beforeAll(async () => {
      page = await browser.openPage(app.url, { locale });
    });
    afterAll(async () => {
      await page.goto('/journeys'); // leaves the draft to who comes next
      await page.context().close();
    });

    test.each(Object.entries(STATES))('has nothing serious for axe: %s', async (name, { of, card, open }) => {
      const id = journeys[locale][of];
      await show(page, `/journeys/${id}`);
      await page
        .locator(card ? `[data-node="${card}"]` : '[data-node]')
        .first()
        .focus();
      await open(page, id);
      expect(await inBothSchemes(page, name)).toEqual([]);
      await keepPicture(page, `accessible-${locale}-${name}`);
    });

    test('has nothing serious for axe: gallery', async () => {
      await show(page, '/journeys');
      await page.getByRole('button', { name: /^(新規ジャーニー|New journey)$/ }).click();
      await page.getByRole('dialog').getByRole('listitem').nth(11).waitFor();
      expect(await inBothSchemes(page, 'gallery')).toEqual([]);
    });
  });

  test.each([390, 320])('fits %i px without scrolling sideways, and is right for axe there', async (width) => {
    const page = await browser.openPage(app.url, { width, height: 844 });
    const found: string[] = [];
    for (const path of pages) {
      await show(page, path);
      await settled(page);
      if (width === 390) found.push(...(await wrong(page, path)));
      const over = await page.evaluate(() =>
        [document.documentElement, document.querySelector('main')!].map((box) => box.scrollWidth - box.clientWidth),
      );
      if (over.some((px) => px > 0)) found.push(`${path} is ${over.join(' and ')} px too wide`);
    }
    expect(found).toEqual([]);
    await page.context().close();
  });

  test('a phone has everything: row menus for fingers, the palette and the search', async () => {
    const page = await browser.openPage(app.url, { width: 390, height: 844 });
    await page.goto(`/journeys/${own}`);
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
    const page = await browser.openPage(app.url);
    await page.goto(pages[1] ?? '');
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
