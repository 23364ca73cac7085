import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp } from '../support/running-app.ts';

const MJML =
  '<mjml><mj-body><mj-section><mj-column><mj-text>{{ customer.name }}</mj-text></mj-column></mj-section></mj-body></mjml>';

test.skipIf(noBrowser)(
  `a journey is paused, resumed, stopped and archived by clicking${noBrowser ? ` (${noBrowser})` : ''}`,
  async () => {
    await using app = await startRunningApp();
    await using browser = await openBrowser();
    const call = async <T>(method: string, path: string, body: unknown): Promise<T> => {
      const headers = { 'content-type': 'application/json', origin: app.url };
      const reply = await fetch(`${app.url}${path}`, { method, headers, body: JSON.stringify(body) });
      expect(reply.status).toBeLessThan(300);
      return (await reply.json()) as T;
    };
    await call('PUT', '/v1/templates/hello', { name: 'はじめに', subject: 'はじめまして', mjml: MJML });
    const graph = journey({ name: 'はじめてのお客様', on: { on: 'manual' } }, wait('P1D'), mail('hello'));
    const { id, rev } = await call<{ id: number; rev: number }>('POST', '/v1/journeys', { graph });
    await call('POST', `/v1/journeys/${id}/publish`, { rev });
    const customers = ['a', 'b', 'c'];
    await call('POST', '/v1/batch', { facts: customers.map((customer) => ({ type: 'identify', customer })) });
    await call('POST', `/v1/journeys/${id}/enroll`, { customers });

    const page = await browser.openPage(app.url);
    await page.goto(`/journeys/${id}`);
    const choose = async (item: string) => {
      await page.getByRole('button', { name: '「はじめてのお客様」の操作' }).click();
      await page.getByRole('menuitem', { name: `${item}…`, exact: true }).click();
    };
    const status = page.getByRole('toolbar').getByText(/v1$/);
    await choose('一時停止');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('今いる人は3名').waitFor();
    await keepPicture(page, 'pause');
    await dialog.getByRole('button', { name: '一時停止する' }).click();
    await page.getByText('一時停止中 v1').waitFor();

    await choose('再開');
    await dialog.getByRole('radio', { name: '古いものは送らずに進める' }).click();
    await dialog.getByText('当てはまるのは0名').waitFor();
    await keepPicture(page, 'resume');
    await dialog.getByRole('radio', { name: /後ろへずらす/ }).click();
    await dialog.getByRole('button', { name: '再開する' }).click();
    await page.getByText('公開中 v1').waitFor();
    expect(await status.count()).toBe(1);

    await choose('停止');
    await dialog.getByRole('button', { name: '停止する', exact: true }).click();
    await page.getByText('停止 v1', { exact: true }).waitFor();
    await page.goto('/journeys');
    await choose('アーカイブ');
    await dialog.getByRole('button', { name: 'アーカイブする' }).click();
    await page.getByRole('link', { name: 'はじめてのお客様' }).waitFor({ state: 'detached' });
    await page.getByText('アーカイブ', { exact: true }).click();
    await page.getByRole('link', { name: 'はじめてのお客様' }).waitFor();
    await keepPicture(page, 'archived');
    expect(browser.broken).toEqual([]);
  },
);
