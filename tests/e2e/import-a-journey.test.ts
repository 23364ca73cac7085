import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { journey, mail, wait } from '../support/build.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp } from '../support/running-app.ts';

const mjml = (text: string) =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${text}</mj-text></mj-column></mj-section></mj-body></mjml>`;
const letter = (text: string) => ({ name: `${text}のメール`, subject: text, mjml: mjml(text) });
const drawn = journey(
  { name: '取り込む道', on: { on: 'first_purchase' } },
  mail('thanks'),
  wait('P3D'),
  mail('offer'),
  mail('lost'),
);
const text = JSON.stringify({
  ...drawn,
  with: { templates: { thanks: letter('お礼'), offer: letter('ファイルのご案内') }, segments: {} },
});

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test.skipIf(noBrowser)(
  `a journey’s file is taken in after it was told what that makes, and last month’s people are counted before publishing${noBrowser ? ` (${noBrowser})` : ''}`,
  async () => {
    await using app = await startRunningApp();
    await using browser = await openBrowser();
    const call = async (method: string, path: string, body: unknown): Promise<void> => {
      const headers = { 'content-type': 'application/json', origin: app.url };
      const reply = await fetch(`${app.url}${path}`, { method, headers, body: JSON.stringify(body) });
      if (!reply.ok) throw new Error(`${path}: ${await reply.text()}`);
    };
    await call('PUT', '/v1/templates/offer', letter('ここのご案内'));
    const lastMonth = new Date();
    lastMonth.setUTCDate(1);
    lastMonth.setUTCDate(-9);
    const facts = ['c1', 'c2', 'c3'].flatMap((customer) => [
      { type: 'identify', customer, email: `${customer}@example.com`, lastName: '佐藤' },
      { type: 'order', id: `o-${customer}`, customer, at: lastMonth.toISOString(), amount: 3000 },
    ]);
    await call('POST', '/v1/batch', { facts });

    const page = await browser.openPage(app.url);
    await page.goto('/journeys');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'ファイルから取り込む' }).press('Enter');
    await (await chooser).setFiles({ name: 'way.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    const dialog = page.getByRole('dialog', { name: '「取り込む道」を取り込む' });
    const things = dialog.getByRole('list', { name: 'テンプレートとセグメント' });
    await things.getByRole('listitem').filter({ hasText: 'お礼のメール' }).getByText('作ります').waitFor();
    await things.getByRole('listitem').filter({ hasText: 'ファイルのご案内' }).getByText('違う内容').waitFor();
    await things.getByRole('listitem').filter({ hasText: 'lost' }).getByText('ここにもありません').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: '取り込む', exact: true }).click();
    await page.waitForURL(/\/journeys\/\d+/);
    await page.getByText('「取り込む道」を下書きとして取り込みました').waitFor();

    await call('PUT', '/v1/templates/lost', letter('見つかった'));
    await page.reload();
    await page.getByRole('button', { name: '公開…' }).click();
    const publishing = page.getByRole('dialog', { name: '公開の確認' });
    const expected = publishing.getByRole('region', { name: '1か月の見込み' });
    await expected.getByText('3名が入り、メールは9通です').waitFor();
    await expected.getByRole('row', { name: /お礼のメール 3/ }).waitFor();
    await publishing.getByRole('tab', { name: /テスト/ }).click();
    await publishing.getByText('「期待する道」はまだありません。').waitFor();
    await expectAccessible(page);
    expect(browser.broken).toEqual([]);
  },
);
