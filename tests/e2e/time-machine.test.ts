import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp } from '../support/running-app.ts';

/** Trying asks these and no others; what takes the pen of the page or draws it is beside the point. */
const ASKED = [
  /^GET /,
  /^POST \/v1\/simulate$/,
  /^POST \/v1\/journeys\/\d+\/cases(\/run)?$/,
  /^(POST|DELETE) \/v1\/journeys\/\d+\/lease$/,
];

/** Stops every other request on its way and remembers it. */
async function guard(page: Page): Promise<{ strays: string[]; lift: () => Promise<void> }> {
  const strays: string[] = [];
  await page.route('**/v1/**', (route) => {
    const asked = `${route.request().method()} ${new URL(route.request().url()).pathname}`;
    if (ASKED.some((one) => one.test(asked))) return route.continue();
    strays.push(asked);
    return route.abort();
  });
  return { strays, lift: () => page.unroute('**/v1/**') };
}

const SILENT_END = '4/19(日) 10:00';

test.skipIf(noBrowser)(
  `a journey of the gallery is tried: dates, reasons, what if, events, and ways that are expected${noBrowser ? ` (${noBrowser})` : ''}`,
  async () => {
    await using app = await startRunningApp();
    await using browser = await openBrowser();
    const page = await browser.openPage(app.url);
    await page.goto('/journeys');
    await page.getByRole('button', { name: '新規ジャーニー' }).first().click();
    await page
      .getByRole('list', { name: '用意された道' })
      .getByRole('button', { name: /引き上げ/ })
      .click();

    const trace = page.getByRole('list', { name: '起きること' });
    const last = trace.getByRole('listitem').last();
    const endsAt = async (when: string, how: string) => {
      await last.getByText(`終了：${how}`).waitFor();
      await expect.poll(() => last.getByRole('time').textContent()).toBe(when);
    };
    await endsAt(SILENT_END, 'ご案内済み');
    const badge = (passed: number, failed: number) =>
      page.getByRole('button', { name: `期待する道：${passed}件は期待どおり、${failed}件は違います` });
    await badge(5, 0).waitFor();
    const { strays, lift } = await guard(page);

    const told = trace.getByRole('listitem').first();
    await told.getByText('姓：森').waitFor();
    const asks = trace.getByRole('listitem').filter({ hasText: '使い心地は、いかがですか' }).last();
    await asks.getByText('4/16(木) 10:00').waitFor();

    const clock = page.getByRole('slider', { name: '時刻' });
    const current = trace.locator('[aria-current="step"]');
    await clock.focus();
    await page.keyboard.press('Home');
    expect(await clock.getAttribute('aria-valuetext')).toContain('4月2日');
    await page.keyboard.press('ArrowRight');
    expect(await clock.getAttribute('aria-valuetext')).toBe('2026年4月4日(土) 10:00');
    expect(await current.getByRole('time').textContent()).toBe('4/4(土) 10:00');
    await page.keyboard.press('End');
    await current.getByText('終了：ご案内済み').waitFor();

    const why = trace.getByRole('button', { name: 'なぜ？' }).first();
    await why.focus();
    await page.keyboard.press('Enter');
    expect(await why.getAttribute('aria-expanded')).toBe('true');
    await trace.getByText('2日後').first().waitFor();
    await keepPicture(page, 'time-machine-ja');

    await trace.getByRole('button', { name: 'もし「まだ」だったら？' }).first().click();
    await page.getByRole('tab', { name: 'もし「まだ」なら', selected: true }).waitFor();
    await endsAt('4/21(火) 10:00', 'ご案内済み');
    await keepPicture(page, 'time-machine-what-if-ja');
    await page.getByRole('tab', { name: '実際' }).click();
    await endsAt(SILENT_END, 'ご案内済み');

    await clock.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    const injected = page.getByRole('region', { name: '加えた出来事' });
    await injected.getByRole('button', { name: '出来事を加える' }).click();
    await injected.getByRole('button', { name: '加える', exact: true }).click();
    await endsAt('4/4(土) 10:00', '目標を達成');
    await injected.getByRole('button', { name: /^取り消す：購入/ }).click();
    await endsAt(SILENT_END, 'ご案内済み');

    await page.getByRole('button', { name: '期待する道として保存' }).click();
    await page.getByRole('textbox', { name: '名前' }).fill('森さんの道');
    await page.getByRole('button', { name: '保存する' }).click();
    await badge(6, 0).waitFor();
    expect(strays).toEqual([]);
    await lift();

    await page.getByRole('radiogroup', { name: '表示の切り替え' }).getByText('設計').click();
    await page
      .getByRole('application', { name: 'ジャーニー図' })
      .getByRole('button', { name: /^二日おく/ })
      .focus();
    await page.keyboard.press('Delete');
    await badge(0, 6).waitFor();
    await keepPicture(page, 'time-machine-differs-ja');
    await page.keyboard.press('Control+z');
    await badge(6, 0).waitFor();

    const letters = (await (await fetch(`${app.url}/v1/letters`)).json()) as { letters: unknown[] };
    expect(letters.letters).toEqual([]);
    expect(browser.broken).toEqual([]);
  },
);
