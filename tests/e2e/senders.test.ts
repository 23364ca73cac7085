import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startDnsServer } from '../support/dns-server.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';

describe.skipIf(noBrowser)('senders and domains', () => {
  let dns: Awaited<ReturnType<typeof startDnsServer>>;
  let app: RunningApp;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    dns = await startDnsServer({ 'tabiji.example': ['TXT v=spf1 mx +all', 'MX mail.tabiji.example'] });
    app = await startRunningApp({ environment: { TABIJI_DNS: dns.address, TABIJI_SMTP_URL: 'smtp://127.0.0.1:9' } });
    browser = await openBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await app?.[Symbol.asyncDispose]();
    await dns?.[Symbol.asyncDispose]();
  });

  test('a shop adds a sender with staff, makes it the default one, and brings its domain in order', async () => {
    const page = await browser.openPage(app.url);
    await page.goto('/settings');
    await page.getByRole('link', { name: '送信元とドメインを設定する' }).click();
    await page.getByRole('region', { name: '花と暦', exact: true }).waitFor();

    await page.getByRole('button', { name: '送信元を追加' }).click();
    const form = page.getByRole('dialog', { name: '送信元を追加' });
    await form.getByLabel('呼び名').fill('サロン');
    await form.getByLabel('差出人の名前（日本語）').fill('花と暦 サロン');
    await form.getByLabel('差出人のメールアドレス').fill('ｓａｌｏｎ＠tabiji.example');
    await form.getByRole('switch', { name: 'お客様の担当者の名前で送る' }).click();
    await form.getByLabel('担当者が書かれている項目').fill('担当');
    await form.getByRole('button', { name: '担当者を追加' }).click();
    await form.getByLabel('項目の値').fill('田中');
    await form.getByLabel('差出人の名前', { exact: true }).fill('田中 美咲');
    await form.getByLabel('メールアドレス', { exact: true }).fill('tanaka@gmail.example');
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('送信元に使っているドメイン').waitFor();
    await keepPicture(page, 'senders-form');
    await form.getByLabel('メールアドレス', { exact: true }).fill('tanaka@tabiji.example');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });

    const salon = page.getByRole('region', { name: 'サロン', exact: true });
    await salon.getByText('花と暦 サロン <salon@tabiji.example>').waitFor();
    await salon.getByText('担当者 1名').waitFor();
    await salon.getByRole('button', { name: '「サロン」の操作' }).click();
    await page.getByRole('menuitem', { name: '既定にする' }).click();
    await salon.getByText('既定', { exact: true }).waitFor();

    const domain = page.getByRole('region', { name: 'tabiji.example', exact: true });
    await domain.getByRole('button', { name: /調べる/ }).click();
    await domain.getByText('世界中の誰でもこのドメインを名乗れます').waitFor();
    await domain.getByText('v=spf1 mx ~all').waitFor();
    await domain.getByRole('button', { name: '署名の鍵を作る' }).click();
    await domain.getByText('DNS への追加待ち').waitFor();
    const texts = await domain.locator('code').allTextContents();
    const name = texts.find((text) => text.endsWith('._domainkey.tabiji.example'))!;
    dns.zone[name] = [`TXT ${texts.find((text) => text.startsWith('v=DKIM1'))!}`];
    dns.zone['tabiji.example'] = ['TXT v=spf1 mx ~all', 'MX mail.tabiji.example'];
    dns.zone['mail.tabiji.example'] = ['A 192.0.2.1'];
    dns.zone['_dmarc.tabiji.example'] = ['TXT v=DMARC1; p=none'];
    await domain.getByRole('button', { name: /調べる/ }).click();
    await domain.getByText('署名に使用中').waitFor();
    expect(await domain.getByText('直す所あり').count()).toBe(0);
    await keepPicture(page, 'senders-page');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    expect(browser.broken).toEqual([]);
  });
});
