import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp } from '../support/running-app.ts';

const MJML =
  '<mjml><mj-body><mj-section><mj-column><mj-text>ありがとう</mj-text></mj-column></mj-section></mj-body></mjml>';

test.skipIf(noBrowser)(
  `a mail gets a second language, and its reader sees that one${noBrowser ? ` (${noBrowser})` : ''}`,
  async () => {
    await using app = await startRunningApp();
    await using browser = await openBrowser();
    const call = async (method: string, path: string, body?: unknown) => {
      const headers = { 'content-type': 'application/json', origin: app.url };
      const reply = await fetch(`${app.url}/v1${path}`, {
        method,
        headers,
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
      expect([path, reply.status]).toEqual([path, 200]);
      return (await reply.json()) as unknown;
    };
    await call('PUT', '/templates/thanks', { name: 'お礼', subject: '御礼', mjml: MJML });
    await call('POST', '/batch', {
      facts: [{ type: 'identify', customer: 'smith', email: 'a@example.com', lastName: 'Smith', locale: 'en-US' }],
    });
    const page = await browser.openPage(app.url, { width: 1600 });
    await page.goto('/templates/thanks');
    const languages = page.getByRole('button', { name: /^書いている言語/ });
    const finding = page.getByText('英語の顧客が約100%いますが、英語版がありません。');
    await finding.waitFor();

    await languages.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemradio', { name: '日本語' }).waitFor();
    await page.getByRole('menuitem', { name: '言語を追加' }).click();
    await page.getByRole('menuitem', { name: '英語' }).click();
    await page.getByRole('button', { name: /^書いている言語：\s*英語/ }).waitFor();
    await finding.waitFor({ state: 'detached' });
    const subject = page.getByRole('textbox', { name: '件名', exact: true });
    expect(await subject.inputValue()).toBe('御礼');
    await subject.fill('Thank you');

    await languages.click();
    await page.getByRole('menuitemradio', { name: /^日本語/ }).click();
    expect(await subject.inputValue()).toBe('御礼');
    const sample = page.getByRole('combobox', { name: '見本の顧客' });
    await sample.click();
    await page.getByRole('option', { name: /Smith/ }).click();
    await page.getByText('この顧客には英語版が届きます。').waitFor();
    await keepPicture(page, 'mail-languages');
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').setLegacyMode().analyze();
    expect(
      violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id),
    ).toEqual([]);
    await page.getByRole('button', { name: '英語版を見る' }).click();
    await page.getByRole('figure', { name: '受信トレイでの見え方' }).getByText('Thank you').waitFor();

    await page.keyboard.press('Control+s');
    await page.getByText('保存済み', { exact: true }).waitFor();
    expect(await call('GET', '/templates/thanks')).toMatchObject({
      language: 'ja',
      subject: '御礼',
      variants: { en: { subject: 'Thank you', mjml: MJML } },
    });
    await page.reload();
    await languages.click();
    await page.getByRole('menuitemradio', { name: '英語' }).click();
    await languages.click();
    await page.getByRole('menuitem', { name: '英語版を削除する' }).click();
    await page.getByRole('button', { name: /^書いている言語：\s*日本語/ }).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: /^書いている言語：\s*英語/ }).waitFor();
    expect(await subject.inputValue()).toBe('Thank you');
    expect(browser.broken).toEqual([]);
  },
  240_000,
);
