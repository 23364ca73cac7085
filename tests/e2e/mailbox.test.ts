import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PASSWORD, startImapServer } from '../mailbox/imap-server.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { startDnsServer } from '../support/dns-server.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';

describe.skipIf(noBrowser)('where mails come back to', () => {
  let imap: Awaited<ReturnType<typeof startImapServer>>;
  let dns: Awaited<ReturnType<typeof startDnsServer>>;
  let app: RunningApp;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    imap = await startImapServer();
    dns = await startDnsServer({ 'mail.tabiji.example': ['MX mx.tabiji.example'] });
    app = await startRunningApp({
      environment: { TABIJI_DNS: dns.address, TABIJI_WEBHOOK_ALLOW: `127.0.0.1:${imap.port}` },
    });
    browser = await openBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await app?.[Symbol.asyncDispose]();
    await dns?.[Symbol.asyncDispose]();
    await imap?.[Symbol.asyncDispose]();
  });

  test('a shop names its bounce address and has the mailbox read that it leads to', async () => {
    const page = await browser.openPage(app.url);
    await page.goto('/settings');
    const panel = page.getByRole('region', { name: '戻ってきたメール' });
    const address = panel.getByLabel('返送先のアドレス');
    await address.fill('bounces-of-the-shop@mail.tabiji.example');
    await panel.getByText('@ の前は10文字までにしてください。例').waitFor();
    await address.fill('bounce@mail.tabiji.example');
    await panel.getByText(/bounce\+3-1x-2s-1-…@mail\.tabiji\.example/).waitFor();
    await panel.getByRole('button', { name: 'ドメインを確認' }).click();
    await panel.getByText('mx.tabiji.example').waitFor();
    await panel.getByRole('button', { name: '保存' }).first().click();
    await expect.poll(() => panel.getByRole('button', { name: '保存' }).first().isDisabled()).toBe(true);

    await panel.getByRole('button', { name: '接続を確認' }).click();
    await panel.getByText('パスワードを入れてください。').waitFor();
    await panel.getByLabel('IMAP サーバー').fill('127.0.0.1');
    await panel.getByLabel('ポート').fill(String(imap.port));
    await panel.getByRole('combobox', { name: '暗号化' }).click();
    await page.getByRole('option', { name: 'なし（社内のみ）' }).click();
    await panel.getByLabel('ユーザー名').fill('bounce');
    await panel.getByLabel('パスワード', { exact: true }).fill('not this');
    await panel.getByRole('button', { name: '接続を確認' }).click();
    await panel.getByText(/ユーザー名かパスワードが違います/).waitFor();
    await panel.getByLabel('パスワード', { exact: true }).fill(PASSWORD);
    await panel.getByRole('button', { name: '接続を確認' }).click();
    await panel.getByText('接続できました').waitFor();
    await panel.getByRole('button', { name: '保存' }).last().click();
    await panel.getByText('保存済みです。変えるときだけ入れてください。').waitFor();

    await imap.deliver('From: c1@example.com\r\nTo: bounce@mail.tabiji.example\r\nSubject: Re: hello\r\n\r\nhi\r\n');
    await panel.getByRole('button', { name: '今すぐ読む' }).click();
    await panel.getByText('取り込み 0通、そのままにしたメール 1通').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    expect(browser.broken).toEqual([]);
  });
});
