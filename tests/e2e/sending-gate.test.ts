import { AxeBuilder } from '@axe-core/playwright';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startDnsServer } from '../support/dns-server.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';

const MJML = `<mjml><mj-body><mj-section><mj-column><mj-text>{{ workspace.company }} {{ workspace.postalAddress }}
  {{ workspace.contact }} 配信停止はこちら <a href="{{ links.unsubscribe }}">解除</a></mj-text></mj-column></mj-section></mj-body></mjml>`;

describe.skipIf(noBrowser)(`what may not be sent to many${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let dns: Awaited<ReturnType<typeof startDnsServer>>;
  let app: RunningApp;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    dns = await startDnsServer({
      'tabiji.example': ['TXT v=spf1 mx ~all', 'MX mail.tabiji.example'],
      '_dmarc.tabiji.example': ['TXT v=DMARC1; p=none'],
    });
    app = await startRunningApp({ environment: { TABIJI_DNS: dns.address, TABIJI_SMTP_URL: 'smtp://127.0.0.1:9' } });
    browser = await openBrowser();
    await asOwner(`update workspace set kind = 'live', provider = 'smtp'`);
    const identity = { company: '花と暦株式会社', postalAddress: '京都市中京区1-2', contact: '075-000-0000' };
    await call('PATCH', '/workspace', { identity });
    await call('PUT', '/templates/spring', { name: '春のお便り', subject: '桜のころ', mjml: MJML });
    const settings = { name: '店長', fromName: { ja: '店長', en: '' }, address: 'tencho@tabiji.example' };
    await call('POST', '/senders', { ...settings, key: 'tencho' });
    await call('POST', '/batch', { facts: [{ type: 'identify', customer: 'a', email: 'a@example.com' }] });
  }, 240_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
    await dns[Symbol.asyncDispose]();
    if (browser.broken.length > 0) throw new Error(browser.broken.join('\n'));
  });

  const asOwner = async (statement: string) => {
    const client = new pg.Client({ connectionString: app.databaseUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
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
  const choose = async (page: Page, label: string, option: string) => {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };
  const submit = async (page: Page, verb: string) => {
    await page.getByRole('button', { name: verb }).click();
    await page.getByRole('dialog').getByRole('button', { name: verb }).click();
  };
  const serious = async (page: Page) =>
    (await new AxeBuilder({ page }).analyze()).violations.filter(
      ({ impact }) => impact === 'serious' || impact === 'critical',
    );
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

  test('a mailing from a domain that is not in order waits until somebody takes it upon themselves, then changes its sender', async () => {
    const page = await browser.openPage(app.url);
    await page.goto('/sending/new');
    await page.getByRole('textbox', { name: '名前' }).fill('春のお便り 4月号');
    await choose(page, 'テンプレート', '春のお便り');
    await page.getByLabel('日時').fill(`${inAWeek}T10:00`);
    await submit(page, '予約する');
    await page.getByText('ドメイン tabiji.example の設定（DKIM）が正しくありません').waitFor();
    await keepPicture(page, 'mailing-refused');

    await page.getByRole('alert').getByRole('link', { name: 'tabiji.example の直し方を見る' }).click();
    const domain = page.getByRole('region', { name: 'tabiji.example', exact: true });
    await domain.getByText('この問題がある間').waitFor();
    expect(await serious(page)).toEqual([]);
    await domain.getByRole('button', { name: 'それでも送る' }).click();
    const dialog = page.getByRole('dialog', { name: 'tabiji.example から、それでも送りますか' });
    await dialog.getByRole('button', { name: 'それでも送る' }).click();
    await dialog.getByText('理由を入れてください。').waitFor();
    await dialog.getByLabel('送る理由').fill('中継サーバーが署名します');
    await keepPicture(page, 'accept-finding');
    await dialog.getByRole('button', { name: 'それでも送る' }).click();
    await domain.getByText('「それでも送る」と決めました: 中継サーバーが署名します').waitFor();

    await page.goto('/sending/new');
    await page.getByRole('textbox', { name: '名前' }).fill('春のお便り 4月号');
    await choose(page, 'テンプレート', '春のお便り');
    await page.getByLabel('日時').fill(`${inAWeek}T10:00`);
    await submit(page, '予約する');
    const table = page.getByRole('table', { name: '一斉配信' });
    await table.getByText('予約済み').waitFor();

    await table.getByRole('link', { name: '春のお便り 4月号: 変更する' }).click();
    await page.getByRole('heading', { name: '一斉配信を変更' }).waitFor();
    await choose(page, '送信元', '店長');
    await page.getByLabel('日時').fill(`${inAWeek}T11:30`);
    expect(await serious(page)).toEqual([]);
    await keepPicture(page, 'mailing-changed');
    await submit(page, '変更を保存');
    await table.getByText('送信元 店長').waitFor();
    await table.getByText('11:30').waitFor();
    await page.context().close();
  });

  test('letters in the field of a limit are a mistake', async () => {
    const page = await browser.openPage(app.url);
    await page.goto('/settings/pace');
    await page.getByRole('button', { name: '「花と暦」の速さを変更する' }).click();
    const form = page.getByRole('dialog', { name: '「花と暦」の送信の速さ' });
    await form.getByLabel('Gmail').fill('たくさん');
    await form.getByText('1〜100,000の整数を入れてください').waitFor();
    expect(await form.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
    await form.getByLabel('Gmail').fill('３００');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('region', { name: '花と暦', exact: true }).getByText('300通').waitFor();
    await page.context().close();
  });

  test('a domain that turned bad is told on every page', async () => {
    await asOwner(`update workspace set failing_domains = '{tabiji.example}'`);
    const page = await browser.openPage(app.url);
    await page.goto('/customers');
    await page.getByRole('link', { name: 'tabiji.example のメールの設定（DNS）に問題が起きています。' }).click();
    await page.getByRole('region', { name: 'tabiji.example', exact: true }).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    const bar = page.getByRole('link', { name: 'ドメインの設定に問題があります。' });
    await bar.waitFor();
    const within = await bar.evaluate((link) => {
      const [box, top] = [link, document.querySelector('header')!].map((one) => one.getBoundingClientRect());
      return box!.top >= top!.top && box!.bottom <= top!.bottom && box!.right <= innerWidth;
    });
    expect(within).toBe(true);
    await page.context().close();
  });
});
