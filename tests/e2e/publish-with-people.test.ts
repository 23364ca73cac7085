import { AxeBuilder } from '@axe-core/playwright';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { called, journey, wait } from '../support/build.ts';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp } from '../support/running-app.ts';

const waiting = (length: string): JourneyGraph =>
  journey({ name: 'はじめてのお客様', on: { on: 'manual' } }, called('w1', wait(length)));

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test.skipIf(noBrowser)(
  `whoever is inside is counted again when asked for, and can read why they are where they are${noBrowser ? ` (${noBrowser})` : ''}`,
  async () => {
    await using app = await startRunningApp();
    await using browser = await openBrowser();
    const call = async <T>(method: string, path: string, body: unknown): Promise<T> => {
      const headers = { 'content-type': 'application/json', origin: app.url };
      const reply = await fetch(`${app.url}${path}`, { method, headers, body: JSON.stringify(body) });
      expect(reply.status).toBeLessThan(300);
      return (await reply.json()) as T;
    };
    const { id, rev } = await call<{ id: number; rev: number }>('POST', '/v1/journeys', { graph: waiting('P3D') });
    await call('POST', `/v1/journeys/${id}/publish`, { rev });
    await call('POST', '/v1/identify', { customer: 'c1', lastName: '佐藤', firstName: '花子' });
    await call('POST', `/v1/journeys/${id}/enroll`, { customers: ['c1'] });
    const page = await browser.openPage(app.url);
    await page.goto(`/journeys/${id}`);
    await page.getByRole('button', { name: /^待つ。.*待機 ?1/ }).waitFor();
    await call('PUT', `/v1/journeys/${id}/draft`, { base: rev, graph: waiting('P7D') });

    await page.reload();
    await page.getByRole('button', { name: '公開…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('待機中 1名').waitFor();
    await expectAccessible(page);
    const choice = dialog.getByRole('radiogroup', { name: /にいる人をどうするか$/ });
    await choice.getByRole('radio', { name: '入った時から数え直す' }).check();
    await dialog.getByText('この手順に来た時から、新しい設定で数えます。').waitFor();
    await keepPicture(page, 'publish-with-people');
    await dialog.getByRole('button', { name: 'v2 を公開する' }).click();
    await page.getByText('公開中 v2').waitFor();

    await page.goto('/customers');
    await page.getByRole('link', { name: '佐藤 花子' }).click();
    await page.getByRole('link', { name: 'なぜ？' }).click();
    await page.getByRole('heading', { name: 'なぜ、ここにいる？' }).waitFor();
    const lines = page.getByRole('main').getByRole('listitem');
    await lines.filter({ hasText: '参加した：手動またはAPIで' }).waitFor();
    await lines.filter({ hasText: '公開のとき「待つ」の日時が数え直された' }).waitFor();
    await lines.filter({ hasText: /^いま.*まで待っています$/ }).waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'why');

    await stopAll(app.databaseUrl);
    await page.goto(`/journeys/${id}`);
    await page.getByRole('button', { name: 'エラーで停止 1名' }).click();
    await dialog.getByText('The template “hello” fails at line 3.').waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'stopped-people');
    await dialog.getByRole('button', { name: '飛ばす' }).click();
    await page.getByRole('dialog', { name: 'この手順を飛ばしますか' }).getByRole('button', { name: '飛ばす' }).click();
    await page.getByText('1名に行いました').waitFor();
    await dialog.getByText('止まっている人はいません。').waitFor();
    expect(browser.broken).toEqual([]);
  },
);

/** What an error in a node does to whoever stands there. */
async function stopAll(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`update enrollment set due_at = null, error = 'The template “hello” fails at line 3.'`);
  } finally {
    await client.end();
  }
}
