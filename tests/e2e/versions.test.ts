import { AxeBuilder } from '@axe-core/playwright';
import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { called, journey, mail, wait } from '../support/build.ts';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp } from '../support/running-app.ts';

const MJML =
  '<mjml><mj-body><mj-section><mj-column><mj-text>こんにちは</mj-text></mj-column></mj-section></mj-body></mjml>';
const drawn = (length: string, ...more: Parameters<typeof journey>[1][]): JourneyGraph =>
  journey(
    { name: '二回目のご案内', on: { on: 'manual' } },
    called('w1', wait(length, '10:00')),
    ...more,
    mail('offer'),
  );

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test.skipIf(noBrowser)(
  `seven days become fourteen with people inside, in words and drawn, and come back again${noBrowser ? ` (${noBrowser})` : ''}`,
  async () => {
    await using app = await startRunningApp();
    await using browser = await openBrowser();
    const call = async <T>(method: string, path: string, body: unknown): Promise<T> => {
      const headers = { 'content-type': 'application/json', origin: app.url };
      const reply = await fetch(`${app.url}${path}`, { method, headers, body: JSON.stringify(body) });
      if (!reply.ok) throw new Error(`${path}: ${await reply.text()}`);
      return (await reply.json()) as T;
    };
    for (const key of ['offer', 'more'])
      await call('PUT', `/v1/templates/${key}`, { name: `${key}のメール`, subject: key, mjml: MJML });
    const { id, rev } = await call<{ id: number; rev: number }>('POST', '/v1/journeys', { graph: drawn('P7D') });
    await call('POST', `/v1/journeys/${id}/publish`, { rev });
    for (const customer of ['c1', 'c2', 'c3'])
      await call('POST', '/v1/identify', { customer, lastName: '佐藤', firstName: customer });
    await call('POST', `/v1/journeys/${id}/enroll`, { customers: ['c1', 'c2', 'c3'] });
    const page = await browser.openPage(app.url);
    await page.goto(`/journeys/${id}`);
    await page.getByRole('button', { name: /^待つ。.*待機 ?3/ }).waitFor();
    const dues = () => dueDays(app.databaseUrl);
    expect(await dues()).toEqual([7, 7, 7]);
    await call('PUT', `/v1/journeys/${id}/draft`, { base: rev, graph: drawn('P14D', mail('more')) });
    await call('PUT', '/v1/templates/offer', { name: 'offerのメール', subject: '新しい件名', mjml: MJML });

    await page.reload();
    await page.getByRole('button', { name: '公開…' }).click();
    const dialog = page.getByRole('dialog', { name: '公開の確認' });
    const changes = dialog.getByRole('list', { name: '変更' });
    await changes.getByText('7日後の 10:00 に進む').waitFor();
    await changes.getByText('14日後の 10:00 に進む').waitFor();
    await changes.getByText('moreのメール').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('radio', { name: '入った時から数え直す' }).check();
    await dialog.getByRole('button', { name: '見比べる offerのメール' }).click();
    const mails = page.getByRole('dialog', { name: '「offerのメール」の前後を見る' });
    await mails.getByText('新しい件名').first().waitFor();
    await keepPicture(page, 'publish-mail');
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'キャンバスで差分を見る' }).click();
    const picture = page.getByRole('dialog', { name: 'v1 と v2 の差分' });
    await picture.getByText('moreのメール').waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'publish-picture');
    await page.keyboard.press('Escape');
    await dialog.getByRole('tab', { name: '影響' }).click();
    await dialog.getByText('直近30日に 3名が入り').waitFor();
    await keepPicture(page, 'publish-effect');
    await dialog.getByRole('textbox', { name: 'メモ（任意）' }).fill('七日では早すぎた');
    await dialog.getByRole('button', { name: 'v2 を公開する' }).click();
    await page.getByText('公開中 v2').waitFor();
    expect(await dues()).toEqual([14, 14, 14]);

    await page.getByRole('button', { name: /^公開中 v2/ }).click();
    const versions = page.getByRole('dialog', { name: 'バージョンの一覧' });
    await versions.getByText('七日では早すぎた').waitFor();
    await versions.getByText('「待つ」の3名：入った時から数え直す').waitFor();
    await expectAccessible(page);
    await keepPicture(page, 'versions');
    await versions.getByRole('button', { name: /^v1/ }).click();
    await versions.getByRole('button', { name: 'v1 に戻す…' }).click();
    const back = page.getByRole('dialog', { name: 'v1 に戻す' });
    await back.getByRole('list', { name: '変更' }).getByText('moreのメール').waitFor();
    await back.getByRole('radio', { name: '入った時から数え直す' }).check();
    await keepPicture(page, 'restore');
    await back.getByRole('button', { name: 'v3 として公開する' }).click();
    await page.getByText('v1 の内容を v3 として公開しました').waitFor();
    expect(await dues()).toEqual([7, 7, 7]);
    await versions.getByText('v1 の内容に戻した').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('公開中 v3').waitFor();
    await page.getByRole('button', { name: /^待つ。\s*7日後/ }).waitFor();
    expect(browser.broken).toEqual([]);
  },
);

/** In how many days everybody inside goes on. */
async function dueDays(databaseUrl: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ days: number }>(
      `select (due_at at time zone 'Asia/Tokyo')::date - (entered_at at time zone 'Asia/Tokyo')::date as days
         from enrollment where ended_at is null order by id`,
    );
    return rows.map(({ days }) => days);
  } finally {
    await client.end();
  }
}
