import { SenderList } from '@tabiji/shared/api/senders.ts';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';
import { asOwner } from '../support/world-database.ts';

describe.skipIf(noBrowser)('keys of links, and a sender that a service turned away', () => {
  let app: RunningApp;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    app = await startRunningApp();
    browser = await openBrowser();
    await asOwner(app.databaseUrl, (owner) =>
      owner(`insert into sender_trouble (workspace_id, sender, since, waits_until, tries, because)
             select id, default_sender, '2026-03-01T01:00:00Z', now(), 3,
                    'resend 403 validation_error: The tabiji.example domain is not verified.' from workspace`),
    );
  }, 240_000);
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await app?.[Symbol.asyncDispose]();
  });

  test('the key of links is changed by keyboard, after it was said what happens', async () => {
    const page = await browser.openPage(app.url);
    await page.goto('/settings');
    const panel = page.getByRole('region', { name: 'リンクの署名鍵' });
    await panel.getByText(/今の鍵は .+ から使っています。$/).waitFor();
    await panel.getByRole('button', { name: '新しい鍵に替える' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: '新しい鍵に替えますか？' });
    await dialog.getByText('配信停止も回答も、これからもずっと使えます').waitFor();
    await keepPicture(page, 'link-keys-asks');
    await dialog.getByRole('button', { name: '鍵を替える' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await panel.getByText('以前の1個の鍵で作ったリンクも、そのまま使えます。').waitFor();
    expect(
      await asOwner(app.databaseUrl, (owner) => owner('select cardinality(link_keys) as n from workspace')),
    ).toEqual([{ n: 2 }]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    expect(browser.broken).toEqual([]);
    await panel.scrollIntoViewIfNeeded();
    await keepPicture(page, 'link-keys');
  });

  test('a sender’s card says since when its mails are not taken, why and what to do', async () => {
    const page = await browser.openPage(app.url, { locale: 'en', width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.goto('/settings/senders');
    const card = page.getByRole('region', { name: '花と暦', exact: true });
    await card.getByText(/The mail service has not taken mails of this sender since .*2026/).waitFor();
    await card.getByText('Resend has not verified the domain tabiji.example.').waitFor();
    await card.getByText('The mail service answered: The tabiji.example domain is not verified.').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    await keepPicture(page, 'sender-trouble-en');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.goto('/settings');
    const panel = page.getByRole('region', { name: 'Key of links' });
    await panel.getByRole('button', { name: 'Change to a new key' }).scrollIntoViewIfNeeded();
    await keepPicture(page, 'link-keys-en');
    const wide = await browser.openPage(app.url);
    await wide.goto('/settings/senders');
    await wide.getByText(/から、配信サービスに受け付けられていません。/).waitFor();
    await keepPicture(wide, 'sender-trouble');
    const headers = { 'content-type': 'application/json', origin: app.url };
    const { senders } = SenderList.parse(await (await fetch(`${app.url}/v1/senders`)).json());
    const { key, isDefault: _, retired: __, trouble: ___, uses: ____, ...settings } = senders[0]!;
    const body = JSON.stringify({ settings: { ...settings, address: 'hello@proved.example' } });
    expect((await fetch(`${app.url}/v1/senders/${key}`, { method: 'PATCH', headers, body })).status).toBe(200);
    await wide.reload();
    await wide.getByText(/に設定が変わりました。変更後は、まだ試していません。/).waitFor();
    await keepPicture(wide, 'sender-trouble-changed');
    expect(browser.broken).toEqual([]);
  });
});
