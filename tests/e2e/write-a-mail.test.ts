import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { journey, mail } from '../support/build.ts';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';
import { convert } from './conversion.ts';

interface Letter {
  subject: string;
  to: string;
  journeyId: number | null;
}

const NAMES = ['佐藤', '鈴木', '高橋'];

/** What axe finds serious outside of the mail itself. */
async function serious(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
}

const callerOf =
  ({ url }: RunningApp) =>
  async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const headers = { 'content-type': 'application/json', origin: url };
    const reply = await fetch(`${url}/v1${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    expect([method, path, reply.status < 300]).toEqual([method, path, true]);
    return (await reply.json()) as T;
  };

test.skipIf(noBrowser)(
  `a mail is made from blocks in Japanese, looked at for three customers, tested and used in a journey${noBrowser ? ` (${noBrowser})` : ''}`,
  async () => {
    await using app = await startRunningApp();
    await using browser = await openBrowser();
    const call = callerOf(app);
    const facts = NAMES.map((lastName) => ({ type: 'identify', customer: lastName, email: 'a@example.com', lastName }));
    await call('POST', '/batch', { facts: [...facts, { type: 'identify', customer: 'x', email: 'b@example.com' }] });
    const graph = journey({ name: 'お礼', on: { on: 'manual' } }, mail('missing', 'email-1'));
    const { id } = await call<{ id: number }>('POST', '/journeys', { graph });

    const page = await browser.openPage(app.url, { width: 1920 });
    const input = await page.context().newCDPSession(page);
    await page.goto('/templates');
    await page.getByRole('link', { name: '新規テンプレート' }).first().click();
    const editor = page.getByRole('region', { name: 'ブロックエディター' });
    const block = (name: RegExp) => editor.getByRole('group', { name }).and(editor.locator('[data-block]'));
    const shown = page.getByRole('region', { name: 'プレビュー' }).frameLocator('iframe');
    await shown.getByText('いつもありがとうございます').waitFor();

    // Words and a button, through an input method.
    await block(/^文章：いつもありがとう/).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await convert(input, 'おかいあげ', 'お買い上げありがとうございます。');
    await block(/^文章：お買い上げありがとうございます。$/).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'ブロックを探す' }).and(page.locator(':focus')).waitFor();
    await convert(input, 'ぼたん', 'ボタン');
    await page.getByRole('dialog').getByRole('option', { name: 'ボタン', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await block(/^ボタン：/)
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await convert(input, 'つかいかたをみる', '使い方を見る');
    await block(/^ボタン：使い方を見る$/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'リンク先' }).fill('https://shop.test/guide');
    await shown.getByRole('link', { name: '使い方を見る' }).waitFor();
    await block(/^文章：お買い上げ/).focus(); // what the list of settings has not taken yet is lost nowhere
    await expect.poll(() => shown.getByRole('link', { name: '使い方を見る' }).getAttribute('href')).toContain('guide');

    // The subject: words by conversion, and a value found by its reading that asks what stands there for who has none.
    const subject = page.getByRole('textbox', { name: '件名', exact: true });
    await subject.click();
    await page.keyboard.press('Control+a');
    await convert(input, 'おれい', '御礼：');
    await expect.poll(() => subject.inputValue()).toBe('御礼：');
    await page.getByRole('button', { name: '件名に差し込む' }).click();
    const picker = page.getByRole('dialog');
    const search = picker.getByRole('textbox', { name: '名前や読みで探す' });
    await search.and(page.locator(':focus')).waitFor();
    await convert(input, 'みょうじ', 'みょうじ');
    const found = picker.getByRole('option', { name: /customer\.lastName\b/ });
    await found.and(page.locator('[data-combobox-selected]')).waitFor();
    await page.keyboard.press('Enter');
    await picker.getByText('25% の顧客にはこの値がありません').waitFor();
    await picker.getByRole('button', { name: '差し込む', exact: true }).click();
    await expect.poll(() => subject.inputValue()).toBe("御礼：{{ customer.lastName | keisho: '様' }}");

    const inbox = page.getByRole('figure', { name: '受信トレイでの見え方' });
    const sample = page.getByRole('combobox', { name: '見本の顧客' });
    await inbox.getByText('御礼：山田様').waitFor();
    for (const name of NAMES) {
      await sample.click();
      await sample.fill(name);
      await page.getByRole('option', { name }).click();
      await inbox.getByText(`御礼：${name}様`).waitFor();
      await shown.getByText(`${name}様`).waitFor();
    }
    for (const view of [/^スマホ/, 'ダーク', /^ダーク（反転/, /^テキスト/, /^PC/])
      await page.getByRole('tab', { name: view, exact: true }).click();
    expect(await serious(page)).toEqual([]);
    await keepPicture(page, 'mail-page');

    await page.getByRole('button', { name: 'テストを送る…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '宛先' }).fill('tester@example.com');
    await page.keyboard.press('Enter');
    await dialog.getByRole('checkbox', { name: '名前なし' }).check();
    expect(await serious(page)).toEqual([]);
    await dialog.getByRole('button', { name: '2通送る' }).click();
    await expect.poll(() => dialog.getByText('送信済み').count()).toBe(2);
    const { letters } = await call<{ letters: Letter[] }>('GET', '/letters');
    const test = { to: 'tester@example.com', journeyId: null };
    const subjects = ['【テスト】御礼：お客様', '【テスト】御礼：高橋様'];
    expect(letters.toSorted((a, b) => a.subject.localeCompare(b.subject, 'ja'))).toMatchObject(
      subjects.toSorted((a, b) => a.localeCompare(b, 'ja')).map((line) => ({ ...test, subject: line })),
    );
    await dialog.getByRole('button', { name: '閉じる' }).last().click();
    await dialog.waitFor({ state: 'detached' });

    const name = page.getByRole('textbox', { name: '名前', exact: true });
    await name.fill('お買い上げのお礼');
    await page.keyboard.press('Control+s');
    await page.waitForURL('**/templates/mail-1');
    await page.getByText('保存済み', { exact: true }).waitFor();

    // The journey gets it from its editor, and sends it.
    await page.goto(`/journeys/${id}`);
    await page.getByRole('button', { name: /^メール。/ }).click();
    await page.getByRole('combobox', { name: 'テンプレート' }).click();
    await page.getByRole('option', { name: 'お買い上げのお礼' }).click();
    await page.getByText(/^保存済み/).waitFor();
    await page.getByRole('complementary', { name: '設定' }).frameLocator('iframe').getByText('使い方を見る').waitFor();
    expect(await serious(page)).toEqual([]);
    await expect.poll(async () => JSON.stringify(await call('GET', `/journeys/${id}`))).toContain('mail-1');
    const { rev } = await call<{ rev: number }>('GET', `/journeys/${id}`);
    await call('POST', `/journeys/${id}/publish`, { rev });
    await call('POST', `/journeys/${id}/enroll`, { customers: ['佐藤'] });
    const sent = async () =>
      (await call<{ letters: Letter[] }>('GET', '/letters')).letters.find(({ journeyId }) => journeyId === id);
    await expect.poll(sent, { timeout: 30_000 }).toMatchObject({ subject: '御礼：佐藤様', to: 'a@example.com' });
    expect(browser.broken).toEqual([]);
  },
  240_000,
);

test.skipIf(noBrowser)(
  'clicking the mail leads to its source',
  async () => {
    await using app = await startRunningApp();
    await using browser = await openBrowser();
    const page = await browser.openPage(app.url, { width: 1920 });
    await page.goto('/templates/+');
    await page.getByRole('radiogroup', { name: '書き方' }).getByText('MJML').click();
    await page.locator('.cm-content').waitFor();
    const shown = page.getByRole('region', { name: 'プレビュー' }).frameLocator('iframe');
    await shown.getByText('いつもありがとうございます').click();
    await page.locator('.cm-activeLine', { hasText: 'いつもありがとうございます' }).waitFor();
    expect(browser.broken).toEqual([]);
  },
  240_000,
);

test.skipIf(noBrowser)(
  'unsaved words are not left behind without a question',
  async () => {
    await using app = await startRunningApp();
    await using browser = await openBrowser();
    const page = await browser.openPage(app.url, { locale: 'en' });
    await page.goto('/templates/+');
    const subject = page.getByRole('textbox', { name: 'Subject', exact: true });
    await subject.fill('Hello');
    await page.getByRole('link', { name: 'To all templates' }).click();
    const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await subject.inputValue()).toBe('Hello');
    await page.keyboard.press('Control+z');
    await expect.poll(() => subject.inputValue()).not.toBe('Hello');
    expect(browser.broken).toEqual([]);
  },
  240_000,
);
