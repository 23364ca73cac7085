import { expect, test } from 'vitest';
import { startMailServer } from '../mail/smtp-server.ts';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { journey, mail } from '../support/build.ts';
import { startRunningApp } from '../support/running-app.ts';

const MJML =
  '<mjml><mj-body><mj-section><mj-column><mj-text>{{ customer.lastName }}様、お届けしました。</mj-text></mj-column></mj-section></mj-body></mjml>';

test.skipIf(noBrowser)(
  `a journey is published with its first mails held; they are looked at, one is taken back, the others arrive${noBrowser ? ` (${noBrowser})` : ''}`,
  async () => {
    await using mails = await startMailServer();
    await using app = await startRunningApp({ environment: { TABIJI_SMTP_URL: mails.url } });
    await using browser = await openBrowser();
    const call = async <T>(method: string, path: string, body: unknown): Promise<T> => {
      const headers = { 'content-type': 'application/json', origin: app.url };
      const reply = await fetch(`${app.url}${path}`, { method, headers, body: JSON.stringify(body) });
      expect([path, reply.status < 300]).toEqual([path, true]);
      return (await reply.json()) as T;
    };
    await call('PATCH', '/v1/workspace', { provider: 'smtp' });
    await call('PUT', '/v1/templates/hello', { name: 'はじめに', subject: 'はじめまして', mjml: MJML });
    const graph = journey({ name: 'はじめてのお客様', on: { on: 'manual' } }, mail('hello'));
    const { id } = await call<{ id: number }>('POST', '/v1/journeys', { graph });

    const page = await browser.openPage(app.url);
    await page.goto(`/journeys/${id}`);
    await page.getByRole('button', { name: '公開…' }).click();
    const publishing = page.getByRole('dialog', { name: '公開の確認' });
    await publishing.getByRole('switch', { name: '最初のメールを確認してから送る' }).check();
    const first = publishing.getByRole('textbox', { name: '確認する通数' });
    await expect.poll(() => first.inputValue()).toBe('50');
    await first.fill('２');
    await publishing.getByRole('button', { name: 'v1 を公開する' }).click();
    await page.getByText('公開中 v1').waitFor();
    await page.getByRole('link', { name: /^確認待ち 0通/ }).waitFor();

    const people = { hana: '佐藤', kei: '高橋', mio: '伊藤' };
    await call('POST', '/v1/batch', {
      facts: Object.entries(people).map(([customer, lastName]) => ({
        type: 'identify',
        customer,
        lastName,
        email: `${customer}@example.com`,
      })),
    });
    await call('POST', `/v1/journeys/${id}/enroll`, { customers: Object.keys(people) });
    await page.getByRole('link', { name: /^3通が確認を待っています/ }).waitFor();
    await page.goto('/journeys');
    await page
      .getByRole('row', { name: /はじめてのお客様/ })
      .getByRole('link', { name: '3通が確認を待っています' })
      .last()
      .click();
    await page.getByText('2通がそろいました。').waitFor();
    await page.getByRole('link', { name: /^高橋/ }).click();
    await page.frameLocator('iframe').getByText('高橋様、お届けしました。').waitFor();
    await page.getByText('今すぐ送れます').waitFor();
    await keepPicture(page, 'first-mails');

    await page.getByRole('checkbox', { name: '伊藤さんへのメールを選ぶ' }).check();
    await page.getByRole('button', { name: '選んだメールを取りやめる' }).click();
    const withdrawing = page.getByRole('dialog', { name: '1通を取りやめますか？' });
    const because = withdrawing.getByRole('textbox', { name: '理由' });
    await expect.poll(() => because.evaluate((field) => field === document.activeElement)).toBe(true);
    await withdrawing.getByRole('button', { name: '1通を取りやめる' }).click();
    await withdrawing.getByText('理由を入れてください。').waitFor();
    await because.fill('先にお電話した');
    await withdrawing.getByRole('button', { name: '1通を取りやめる' }).click();
    await page.getByRole('link', { name: /^伊藤/ }).waitFor({ state: 'detached' });
    expect(mails.taken).toEqual([]);

    const begin = page.getByRole('button', { name: '送信を始める' });
    await begin.press('Enter');
    await page.getByRole('dialog', { name: '送信を始めますか？' }).waitFor();
    await page.keyboard.press('Escape');
    await begin.and(page.locator(':focus')).waitFor();
    await begin.click();
    const releasing = page.getByRole('dialog', { name: '送信を始めますか？' });
    await releasing.getByText('今すぐ送る').waitFor();
    await releasing.getByRole('button', { name: '2通の送信を始める' }).click();
    await page.getByText(/2通の送信を開始/).waitFor();
    await expect
      .poll(() => mails.taken.map(({ to }) => to.join()).toSorted())
      .toEqual(['hana@example.com', 'kei@example.com']);
    expect(browser.broken).toEqual([]);
  },
);
