import type { MailFigures } from '@tabiji/shared/api/reports.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { inBothSchemes } from './accessible/axe.ts';
import { openReportedShop, type ReportedShop } from './reported-shop.ts';

type Figures = Partial<MailFigures>;
const TILES = {
  対象: 'asked',
  配信: 'sent',
  到達: 'reached',
  クリック: 'clicked',
  注文: 'orders',
  売上: 'revenue',
  配信停止: 'unsubscribed',
} as const;

const digits = (text: string) => Number(text.replaceAll(/\D/g, ''));
const tiles = (page: Page) => page.getByRole('group', { name: 'グラフに表示する数字' });
const tile = (page: Page, name: string) =>
  tiles(page)
    .getByRole('button')
    .filter({ has: page.getByText(name, { exact: true }) });

/** The figures on the tiles of a page that has finished loading them. */
const shown = async (page: Page) =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(TILES).map(async ([name, figure]) => [
        figure,
        digits(await tile(page, name).locator('span').nth(1).innerText()),
      ]),
    ),
  ) as Figures;

/** Names and numbers of a list of figures. */
const listed = (page: Page, region: string) =>
  page
    .getByRole('region', { name: region })
    .locator('dl > div')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.querySelector('dt')!.textContent.replaceAll(/[＝＋]/g, ''),
        Number(row.querySelector('dd')!.textContent.replaceAll(',', '')),
      ]),
    );

describe.skipIf(noBrowser)(`reports${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let shop: ReportedShop;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  beforeAll(async () => {
    shop = await openReportedShop();
    browser = await openBrowser();
    page = await browser.openPage(shop.app.url);
  }, 300_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await shop[Symbol.asyncDispose]();
    if (browser.broken.length > 0) throw new Error(browser.broken.join('\n'));
  });

  const sum = (figure: keyof MailFigures, node?: string) =>
    shop.counted.reduce(
      (n, { node: at, figures }) => n + (node === undefined || at === node ? (figures[figure] ?? 0) : 0),
      0,
    );
  const sums = (node?: string) => Object.fromEntries(Object.values(TILES).map((figure) => [figure, sum(figure, node)]));

  test('the figures of a period are those of the rows, from all journeys down to one mail', async () => {
    await page.goto('/reports');
    await page.getByRole('combobox', { name: '期間' }).selectOption({ label: '7日間' });
    await page.getByText('この期間に、送ろうとしたメールはありません').waitFor();
    await page.getByRole('combobox', { name: '期間' }).selectOption({ label: '90日間' });
    await expect.poll(() => shown(page)).toEqual(sums());
    expect(sum('sent')).toBeGreaterThan(100);
    expect(await listed(page, '対象の内訳')).toEqual([
      ['対象', sum('asked')],
      ['配信', sum('sent')],
      ['見送り', sum('withheld')],
      ['失敗', 0],
      ['不明', 0],
      ['待機中', 0],
    ]);
    expect(await listed(page, '配信の内訳')).toEqual([
      ['配信', sum('sent')],
      ['到達', sum('reached')],
      ['不達', sum('bouncedHard')],
      ['知らせなし', 0],
    ]);
    await keepPicture(page, 'reports');
    await page.getByRole('main').getByRole('link', { name: '来店のお礼' }).click();
    await page.getByRole('link', { name: 'お礼 one' }).click();
    await expect.poll(() => shown(page)).toEqual(sums('one'));
    await page.getByRole('table', { name: /ごとの成果$/ }).waitFor();
    await page.getByRole('navigation', { name: 'レポート' }).getByRole('link', { name: 'すべてのジャーニー' }).click();
    await expect.poll(() => shown(page)).toEqual(sums());
  });

  test('keys choose what the chart shows, open whose mails did not go, and lead back', async () => {
    await tile(page, 'クリック').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('figure', { name: /^クリックのグラフ/ }).waitFor();
    expect(await tile(page, 'クリック').getAttribute('aria-pressed')).toBe('true');
    const people = page.getByRole('region', { name: '送らなかった理由' }).getByRole('button').first();
    await people.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('row').nth(1).waitFor();
    expect(await dialog.getByRole('row').count()).toBe(1 + sum('withheld'));
    expect(await inBothSchemes(page, 'people of a figure')).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => people.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('an experiment that cannot be decided says so; people who were kept out show what mails add', async () => {
    await page.getByRole('radio', { name: 'メールの成果' }).focus();
    await page.keyboard.press('ArrowRight');
    const experiment = page.getByRole('region', { name: /^実験（A\/B）/ });
    await experiment.getByText('判定できません').waitFor();
    const holdout = page.getByRole('region', { name: /^比較グループとの差/ });
    await holdout.getByText('送った人のほうが高い').waitFor();
    const kept = shop.choices.filter(({ port }) => port === 'out').length;
    await holdout.getByRole('columnheader', { name: `送った人（${shop.choices.length - kept}名）` }).waitFor();
    await holdout.getByRole('columnheader', { name: `残した人（${kept}名）` }).waitFor();
    expect(await inBothSchemes(page, 'comparisons')).toEqual([]);
    await keepPicture(page, 'reports-comparisons');
  });

  test('the results of a journey say what became of its mails, with the same figures', async () => {
    await page.goto(`/journeys/${shop.journey}?show=results`);
    const region = page.getByRole('region', { name: 'メールの行き先' });
    await region.waitFor();
    expect(await listed(page, 'メールの行き先')).toEqual([
      ['対象', sum('asked')],
      ['配信', sum('sent')],
      ['見送り', sum('withheld')],
      ['到達', sum('reached')],
      ['不達', sum('bouncedHard')],
      ['迷惑報告', sum('complained')],
      ['配信停止', sum('unsubscribed')],
    ]);
    await keepPicture(page, 'results-mails');
    await region.getByRole('link', { name: 'レポートで詳しく見る' }).click();
    await expect.poll(() => shown(page)).toEqual(sums());
  });
});
