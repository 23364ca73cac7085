import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp } from '../support/running-app.ts';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test.skipIf(noBrowser)(
  `a mail of the gallery is finished: each place in 【 】 is gone to, written over, and its picture chosen${noBrowser ? ` (${noBrowser})` : ''}`,
  async () => {
    await using app = await startRunningApp();
    await using browser = await openBrowser();
    const begun = await fetch(`${app.url}/v1/gallery/cross-sell`, { method: 'POST', headers: { origin: app.url } });
    expect(begun.status).toBe(201);
    const page = await browser.openPage(app.url, { width: 1920 });
    await page.goto('/templates/together');
    const places = page.getByRole('region', { name: /^お店の言葉で書くところ/ });
    const write = async (place: string, words: string) => {
      await places.getByRole('button', { name: place }).click();
      await expect.poll(() => page.evaluate(() => getSelection()?.toString() ?? '')).toBe(place);
      await page.keyboard.insertText(words);
      await places.getByRole('button', { name: place }).waitFor({ state: 'detached' });
    };

    await write('【品名】', '急須');
    await write('【価格】', '3,200円');
    await write('【どんな品か。一行】', 'ひとり用の小さな急須です。');
    await write('【商品ページ】', 'https://shop.tabiji.test/kyusu');
    await write('【合わせる理由。効き目をうたわず、使い方のことばで三行ほど】', '茶葉がゆっくり開きます。');
    await write('【合わせる順番と量】', '茶葉は小さじ二杯から。');

    await places.getByRole('button', { name: '【品の写真】' }).click();
    const form = page.locator('[data-fields]');
    await form.getByRole('button', { name: '画像を選ぶ' }).click();
    const library = page.getByRole('dialog', { name: '画像' });
    await library
      .getByLabel('画像を追加')
      .last()
      .setInputFiles({ name: 'kyusu.png', mimeType: 'image/png', buffer: PICTURE });
    await library.getByRole('button', { name: 'メールに入れる' }).click();
    await expect.poll(() => form.getByLabel('画像', { exact: true }).inputValue()).toMatch(/\/i\/1-[\w-]+\.png$/);
    await places.waitFor({ state: 'detached' });
    const shown = page.getByRole('region', { name: 'プレビュー' }).frameLocator('iframe');
    await shown.getByRole('img', { name: '急須' }).waitFor();
    await keepPicture(page, 'finish-a-mail');
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').setLegacyMode().analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

    // one choice is one step back
    await page.getByRole('button', { name: '元に戻す' }).click();
    await places.getByRole('button', { name: '【品の写真】' }).waitFor();
    await page.getByRole('button', { name: 'やり直す' }).click();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('保存済み').waitFor();
    const saved = (await (await fetch(`${app.url}/v1/templates/together`)).json()) as { mjml: string };
    expect(saved.mjml).not.toContain('【');

    // by keys alone: the same picture becomes the logo of all mails
    let saves = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/v1/mail-settings') && request.method() !== 'GET') saves += 1;
    });
    await page.goto('/settings/brand');
    await page.getByRole('button', { name: '画像を選ぶ' }).press('Enter');
    await library.getByRole('button', { name: /kyusu\.png/ }).press('Enter');
    await library.getByRole('textbox', { name: '代替テキスト' }).fill('花と暦の印');
    await page.keyboard.press('Enter');
    await library.waitFor({ state: 'detached' });
    const again = page.getByRole('button', { name: '別の画像を選ぶ' });
    await expect.poll(() => again.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await page.getByRole('textbox', { name: 'ロゴの代替テキスト' }).inputValue()).toBe('花と暦の印');
    await page.frameLocator('iframe').getByRole('img', { name: '花と暦の印' }).waitFor();
    await keepPicture(page, 'brand-logo');
    const logo = async () => {
      const settings = await fetch(`${app.url}/v1/mail-settings`);
      return ((await settings.json()) as { brand: { logo: string } }).brand.logo;
    };
    await page.getByRole('button', { name: '保存' }).press('Enter');
    await expect.poll(logo).toMatch(/\/i\/1-[\w-]+\.png$/);
    expect(saves).toBe(1); // the form around the library was not sent with the library's own
    await page.getByRole('button', { name: '外す' }).press('Enter');
    await page.getByRole('button', { name: '画像を選ぶ' }).waitFor();
    expect(browser.broken).toEqual([]);
  },
  240_000,
);

test.skipIf(noBrowser)(
  `on a phone, too, each open place leads to where it is written: subject, preheader, the mail${noBrowser ? ` (${noBrowser})` : ''}`,
  async () => {
    await using app = await startRunningApp();
    await using browser = await openBrowser();
    const mjml =
      '<mjml><mj-head><mj-preview>【季節】のお知らせ</mj-preview></mj-head><mj-body><mj-section><mj-column><mj-text>価格は【価格】です。</mj-text></mj-column></mj-section></mj-body></mjml>';
    const saved = await fetch(`${app.url}/v1/templates/open`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', origin: app.url },
      body: JSON.stringify({ name: '書きかけ', subject: '本日の【商品名】', mjml }),
    });
    expect(saved.status).toBeLessThan(300);
    const page = await browser.openPage(app.url, { width: 390, height: 844 });
    await page.goto('/templates/open');
    await page.getByRole('radiogroup', { name: '表示する欄' }).getByText('件名と確認').click();
    const places = page.getByRole('region', { name: /^お店の言葉で書くところ/ });
    const inField = () =>
      page.evaluate(() => {
        const field = document.activeElement;
        if (!(field instanceof HTMLInputElement)) return '';
        return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
      });
    for (const [place, words] of [
      ['【商品名】', '急須'],
      ['【季節】', '新茶の季節'],
    ] as const) {
      await places.getByRole('button', { name: place }).click();
      await expect.poll(inField).toBe(place);
      await page.keyboard.insertText(words);
      await places.getByRole('button', { name: place }).waitFor({ state: 'detached' });
    }
    expect(await page.getByRole('textbox', { name: '件名' }).inputValue()).toBe('本日の急須');

    await places.getByRole('button', { name: '【価格】' }).click();
    await page.getByRole('region', { name: '文面' }).waitFor();
    await expect.poll(() => page.evaluate(() => getSelection()?.toString() ?? '')).toBe('【価格】');
    await keepPicture(page, 'open-place-phone');
    expect(browser.broken).toEqual([]);
  },
  240_000,
);
