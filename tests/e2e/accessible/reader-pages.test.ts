import { LOCALES, type Locale } from '@tabiji/shared/locale.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../../support/browser.ts';
import { exit, journey, mail, node } from '../../support/build.ts';
import { startRunningApp, type RunningApp } from '../../support/running-app.ts';
import { wrong } from './axe.ts';

const link = (url: string) => `<mj-text><a href="{{ ${url} }}">${url}</a></mj-text>`;
const LINKS = ['question.feel.yes', 'links.unsubscribe', 'links.preferences'];
const MJML = `<mjml><mj-body><mj-section><mj-column>${LINKS.map(link).join('')}</mj-column></mj-section></mj-body></mjml>`;

const QUESTION = {
  question: 'feel',
  text: '使い心地はいかがですか',
  answers: [
    { port: 'a', value: 'yes', label: '実感がある' },
    { port: 'b', value: 'no', label: 'まだ' },
  ],
  until: 'P3D',
};

type Links = Record<'question' | 'unsubscribe' | 'preferences' | 'confirm', string>;

/** A customer of each language has had a letter that asks, and signed up for letters that have to be confirmed. */
async function fill({ url }: RunningApp): Promise<Record<Locale, Links>> {
  const call = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json', origin: url };
    const reply = await fetch(`${url}/v1${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    expect([method, path, reply.status < 300]).toEqual([method, path, true]);
    return (await reply.json()) as Record<string, unknown>;
  };
  const { topics } = (await call('GET', '/workspace')) as { topics: { key: string }[] };
  const letters = {
    key: 'letters',
    kind: 'marketing',
    name: { ja: '季節のお便り', en: 'Letters of the season' },
    about: { ja: '月に一度、旬の話。', en: 'Once a month, what is in season.' },
    byDefault: false,
    doubleOptIn: true,
  };
  await call('PATCH', '/workspace', { topics: [...topics, letters] });
  await call('PUT', '/templates/asks', { name: '質問', subject: 'いかがですか', mjml: MJML });
  const arms = { a: [exit('yes')], b: [exit('no')], silence: [exit('silent')] };
  const graph = journey({ on: { on: 'manual' } }, mail('asks'), node('question', QUESTION, arms));
  const { id, rev } = await call('POST', '/journeys', { graph });
  await call('POST', `/journeys/${String(id)}/publish`, { rev });
  const people = LOCALES.map((locale) => ({ customer: locale, email: `${locale}@example.com`, locale }));
  await call('POST', '/batch', { facts: people.map((one) => ({ type: 'identify', ...one })) });
  await call('POST', `/journeys/${String(id)}/enroll`, { customers: LOCALES });
  for (const locale of LOCALES)
    await call('POST', '/subscriptions/request', { email: `new-${locale}@example.com`, topic: 'letters', locale });
  const linksTo = async (to: string): Promise<string[]> =>
    vi.waitFor(
      async () => {
        const { letters: all } = (await call('GET', `/letters?q=${to}`)) as { letters: { id: number; to: string }[] };
        const found = all.find((letter) => letter.to === to);
        if (!found) throw new Error(`nothing was written to ${to} yet`);
        const { html } = (await call('GET', `/letters/${found.id}`)) as { html: string };
        return [...html.matchAll(/href="([^"]*\/[uq]\/[^"]*)"/g)].map(([, href]) => new URL(href ?? '').pathname);
      },
      { timeout: 20_000, interval: 200 },
    );
  const of = async (locale: Locale): Promise<Links> => {
    const [question = '', unsubscribe = '', preferences = ''] = await linksTo(`${locale}@example.com`);
    const [confirm = ''] = await linksTo(`new-${locale}@example.com`);
    return { question, unsubscribe, preferences, confirm };
  };
  return { ja: await of('ja'), en: await of('en') };
}

/** Each page that readers of mails meet, in the order in which one leads to the next by its buttons. */
const WALKS: readonly { start: keyof Links; presses: readonly string[] }[] = [
  { start: 'preferences', presses: ['save', 'all', 'undo'] },
  { start: 'unsubscribe', presses: ['stop', 'again'] },
  { start: 'confirm', presses: ['confirm'] },
  { start: 'question', presses: [''] },
];

describe.skipIf(noBrowser)(`the pages that readers of mails meet${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let app: RunningApp;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  let links: Record<Locale, Links>;
  beforeAll(async () => {
    app = await startRunningApp({ editor: false, environment: {} });
    browser = await openBrowser();
    links = await fill(app);
  }, 240_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
    if (browser.broken.length > 0) throw new Error(browser.broken.join('\n'));
  });

  const wrongWith = async (page: Page, where: string, locale: Locale): Promise<string[]> => {
    const found = await wrong(page, where);
    await page.emulateMedia({ colorScheme: 'dark' });
    found.push(...(await wrong(page, `${where}, dark`, ['color-contrast'])));
    await page.emulateMedia({ colorScheme: 'light' });
    const { lang, over, font } = await page.evaluate(() => {
      const { documentElement: root, body } = document;
      return { lang: root.lang, over: root.scrollWidth - root.clientWidth, font: getComputedStyle(body).fontFamily };
    });
    if (lang !== locale) found.push(`${where}: it says it is in ${lang}`);
    if (!font.startsWith('"Hiragino Sans"')) found.push(`${where}: its style sheet is not taken whole: ${font}`);
    if (over > 0) found.push(`${where}: ${over} px too wide`);
    return found;
  };

  test.each(LOCALES)('have nothing serious for axe, in light and dark, on a phone, in %s', async (locale) => {
    const page = await browser.openPage(app.url, { locale, width: 390, height: 844 });
    const found: string[] = [];
    const titles = new Set<string>();
    const look = async (where: string) => {
      found.push(...(await wrongWith(page, where, locale)));
      titles.add(await page.getByRole('heading').or(page.locator('legend')).first().innerText());
      await keepPicture(page, `reader-${locale}-${where}`);
    };
    for (const { start, presses } of WALKS) {
      await page.goto(links[locale][start]);
      await look(start);
      for (const press of presses) {
        const button = press === '' ? page.getByRole('button') : page.locator(`button[value="${press}"]`);
        await Promise.all([page.waitForEvent('load'), button.click()]);
        await look(`${start}-${press || 'sent'}`);
      }
    }
    await page.goto('/u/nothing');
    await look('gone');
    expect(found).toEqual([]);
    expect(titles.size).toBeGreaterThanOrEqual(8); // it was no eleven times the same page
    await page.context().close();
  });
});
