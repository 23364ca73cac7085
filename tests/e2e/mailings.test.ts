import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';

const MJML =
  '<mjml><mj-body><mj-section><mj-column><mj-text>{{ customer.name }}</mj-text></mj-column></mj-section></mj-body></mjml>';

describe.skipIf(noBrowser)(`mails to many${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let app: RunningApp;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    app = await startRunningApp();
    browser = await openBrowser();
    await call('PUT', '/templates/spring', { name: '春のお便り', subject: '桜のころ', mjml: MJML });
    await call('POST', '/batch', {
      facts: [
        { type: 'identify', customer: 'a', email: 'a@example.com' },
        { type: 'identify', customer: 'b', email: 'b@example.com' },
        { type: 'identify', customer: 'c' },
      ],
    });
  }, 240_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
    if (browser.broken.length > 0) throw new Error(browser.broken.join('\n'));
  });

  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', origin: app.url };
    const reply = await fetch(`${app.url}/v1${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    expect([method, path, reply.status < 300]).toEqual([method, path, true]);
    return reply.json();
  };
  const inAWeek = async (): Promise<string> => {
    const { now } = (await call('GET', '/workspace')) as { now: string };
    return new Date(Date.parse(now) + 7 * 86_400_000 + 9 * 3_600_000).toISOString().slice(0, 10);
  };
  const states = async () => ((await call('GET', '/mailings')) as { state: string }[]).map(({ state }) => state);
  const choose = async (page: Page, label: string, option: string) => {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };

  test('one is made after a look at who gets it, stands in the calendar, and is called off', async () => {
    const page = await browser.openPage(app.url);
    const day = await inAWeek();
    await page.goto('/sending?view=mailings');
    await page.getByRole('link', { name: '一斉配信を作る' }).click();
    await page.getByRole('textbox', { name: '名前' }).fill('春のお便り 4月号');
    await choose(page, 'テンプレート', '春のお便り');
    await page.getByLabel('日時').fill(`${day}T10:00`);
    const reach = page.getByRole('region', { name: '届く人' });
    await reach.getByText('メールアドレスがないため').waitFor();
    expect((await reach.locator('dl').innerText()).replaceAll(/\s+/g, ' ')).toBe(
      '対象 3名 予定の時刻に送る 2名 送らない 1名 メールアドレスがないため 1名',
    );
    await page.getByRole('button', { name: '予約する' }).click();
    const dialog = page.getByRole('dialog', { name: 'この内容で予約しますか' });
    await dialog.getByText('2名に送ります').waitFor();
    await dialog.getByRole('button', { name: '予約する' }).click();
    await page.getByRole('table', { name: '一斉配信' }).getByText('予約済み').waitFor();
    expect(await states()).toEqual(['scheduled']);

    await page.getByText('カレンダー', { exact: true }).click();
    const [year, month, date] = day.split('-').map(Number);
    const cell = page.getByRole('button', { name: new RegExp(`^${year}年${month}月${date}日.*春のお便り 4月号`) });
    if (!(await cell.isVisible())) await page.getByRole('button', { name: '次の月' }).click();
    await cell.click();
    await page.getByRole('table', { name: new RegExp(`^${year}年${month}月${date}日.*の送信予定$`) }).waitFor();
    await keepPicture(page, 'calendar-with-mailing');

    await page.getByText('一斉配信', { exact: true }).first().click();
    await page.getByRole('button', { name: '春のお便り 4月号: 取り消す' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取り消す' }).click();
    await page.getByRole('table', { name: '一斉配信' }).getByText('取り消し済み').waitFor();
    expect(await states()).toEqual(['cancelled']);
    await page.context().close();
  });

  test('days of the calendar are walked by keys, and a blackout day that is kept stands there', async () => {
    const page = await browser.openPage(app.url);
    const day = await inAWeek();
    await page.goto('/sending?view=blackout');
    await page.getByRole('button', { name: '休送日を追加' }).click();
    await page.getByRole('textbox', { name: '名前' }).fill('棚卸し');
    await page.getByLabel('初日').fill(day);
    await page.getByLabel('毎年').uncheck();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('保存しました').waitFor();
    await page.goto('/sending');
    await page.locator('table button[aria-pressed="true"]').focus();
    await page.keyboard.press('ArrowDown');
    const focused = page.locator('table button:focus');
    await expect.poll(() => focused.textContent()).toContain('棚卸し');
    await page.keyboard.press('PageDown');
    await expect.poll(() => focused.textContent()).not.toContain('棚卸し');
    await page.context().close();
  });
});
