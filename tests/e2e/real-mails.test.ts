import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { TemplateDetail, TemplatePreview } from '@tabiji/shared/api/mail.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';
import { testData } from '../support/test-data.ts';

const data = testData('mjml');
/** One of our own where no others are here: values, comments, conditions, tabs and a head that says how bodies look. */
const OWN = `<mjml>
	<mj-head><mj-attributes><mj-body background-color="#fff" /></mj-attributes></mj-head>
	<mj-body>
		<!-- the one section -->
		<mj-section><mj-column><mj-text>Hello {{ customer.firstName | default: 'you' }}</mj-text>
		<mj-raw><!--[if mso]><p>a</p><![endif]--></mj-raw></mj-column></mj-section>
	</mj-body>
</mjml>`;
const mails: [name: string, source: string][] = data.file
  ? readdirSync(data.file)
      .filter((name) => name.endsWith('.mjml'))
      .map((name): [string, string] => [name, readFileSync(path.join(data.file, name), 'utf8')])
      .filter(([, source]) => source.includes('<mj-body'))
  : [
      ['own.mjml', OWN],
      ['foreign.mjml', OWN.replace('Hello', '{{#if paid}}Hello{{/if}}')],
      ['open.mjml', OWN.replace('</mj-column>', '')],
    ];

describe.skipIf(noBrowser)(`mails from elsewhere in the editor${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let app: RunningApp;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let page: Page;
  beforeAll(async () => {
    app = await startRunningApp();
    browser = await openBrowser();
    page = await browser.openPage(app.url);
  }, 240_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
  });

  const call = async <T>(method: string, address: string, body?: unknown): Promise<T> => {
    const headers = { 'content-type': 'application/json', origin: app.url };
    const reply = await fetch(`${app.url}/v1/templates/${address}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return (await reply.json()) as T;
  };
  const htmlOf = async (key: string, source?: string) =>
    (await call<TemplatePreview>('POST', `${key}/preview`, source ? { subject: 'x', mjml: source } : {})).html;

  test.each(mails)('%s is pasted, shown as blocks, kept, and the same mail', async (name, source) => {
    const key = name
      .replace('.mjml', '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9-]/g, '-');
    const body = { name, subject: 'x', mjml: '<mjml><mj-body></mj-body></mjml>' };
    await call('PUT', key, body);
    const { html, findings } = await call<TemplatePreview>('POST', `${key}/preview`, { subject: 'x', mjml: source });

    await page.goto(`/templates/${key}`);
    const editor = page.getByRole('region', { name: 'ブロックエディター' });
    await editor.waitFor();
    await page.getByText('MJML', { exact: true }).first().click();
    await paste(page, source);
    await page.getByText('ブロック', { exact: true }).click();
    const isReadable = editor.locator('[data-block]').first();
    const cannotBe = page.getByText('ブロックとして表示できません');
    await isReadable.or(cannotBe).first().waitFor();
    expect(browser.broken).toEqual([]);

    await page.keyboard.press('Control+s');
    if (html === '') {
      const { text } = findings.find(({ severity }) => severity === 'error')!;
      await page.getByRole('alert').filter({ hasText: '保存できませんでした' }).filter({ hasText: text.ja }).waitFor();
      return;
    }
    await page.getByText('保存しました').first().waitFor();
    expect((await call<TemplateDetail>('GET', key)).mjml).toBe(source);
    expect(await htmlOf(key)).toBe(html);
    await page.reload();
    await editor.locator('[data-block]').first().waitFor();
    expect(browser.broken).toEqual([]);
  });
});

/** As if the source had been copied elsewhere. */
async function paste(page: Page, source: string): Promise<void> {
  const field = page.locator('.cm-content');
  await field.focus();
  await page.keyboard.press('Control+a');
  await field.evaluate((content, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    content.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, source);
}
