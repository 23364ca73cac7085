import type { JourneyStats } from '@tabiji/shared/api/journey-stats.ts';
import { expect, test } from 'vitest';
import { countDrawing, drawnWhile } from '../bench/editor/counted-page.ts';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { journey, mail, wait } from '../support/build.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';
import { until } from '../support/until.ts';

const call = async <T>({ url }: RunningApp, method: string, path: string, body?: unknown): Promise<T> => {
  const headers = { 'content-type': 'application/json', origin: url };
  const answer = await fetch(`${url}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
};

/** A published journey, and `people` who wait in it. */
async function running(app: RunningApp, people: number): Promise<number> {
  await call(app, 'PUT', '/v1/templates/hello', {
    name: 'ごあいさつ',
    subject: 'こんにちは',
    mjml: '<mjml><mj-body><mj-section><mj-column><mj-text>こんにちは</mj-text></mj-column></mj-section></mj-body></mjml>',
  });
  const graph = journey({ name: '来店のお礼', on: { on: 'event', event: 'came' } }, wait('P3D'), mail('hello'));
  const { id, rev } = await call<{ id: number; rev: number }>(app, 'POST', '/v1/journeys', { graph });
  await call(app, 'POST', `/v1/journeys/${id}/publish`, { rev });
  const facts = Array.from({ length: people }, (_, i) => [
    { type: 'identify', customer: `c${i}`, lastName: '佐藤', firstName: `花子${i}`, email: `c${i}@example.com` },
    { type: 'track', id: `came-${i}`, customer: `c${i}`, event: 'came' },
  ]).flat();
  for (let i = 0; i < facts.length; i += 500) await call(app, 'POST', '/v1/batch', { facts: facts.slice(i, i + 500) });
  const inside = async () => (await call<JourneyStats>(app, 'GET', `/v1/journeys/${id}/stats`)).nodes['wait1']?.waiting;
  await until('everybody waits', async () => (await inside()) === people);
  return id;
}

test.skipIf(noBrowser)('figures arrive by the stream; W shows who waits, and one of them is moved on', async () => {
  await using app = await startRunningApp();
  await using browser = await openBrowser();
  const id = await running(app, 40);
  const page = await browser.openPage(app.url);
  await page.goto(`/journeys/${id}`);
  const card = page.locator('[data-node="wait1"]');
  await card.waitFor();
  await card.focus();
  await until('figures are there', async () => ((await card.textContent()) ?? '').includes('40'));
  await page.keyboard.press('w');
  const panel = page.getByRole('region', { name: '人', exact: true });
  await panel.getByText('40名').waitFor();
  expect(await panel.getByRole('listitem').count()).toBeLessThan(30);
  await keepPicture(page, 'results-people');
  await panel.getByRole('searchbox').fill('花子17');
  await panel.getByText('1名', { exact: true }).waitFor();
  await panel.getByRole('button', { name: '佐藤 花子17さんの操作' }).click();
  await page.getByRole('menuitem', { name: '進める' }).click();
  const dialog = page.getByRole('dialog', { name: '1名を今すぐ次へ進めますか' });
  await dialog.getByRole('button', { name: '進める' }).click();
  await until('the mail is counted without a reload', async () =>
    /配信\s*1/.test((await page.locator('[data-node="hello"]').textContent()) ?? ''),
  );
  await page.goto('/journeys');
  await page.getByRole('img', { name: /8週間の参加/ }).waitFor();
  await keepPicture(page, 'journeys-health');
  expect(browser.broken).toEqual([]);
});

interface Pushing {
  push: (kind: string, data: unknown) => void;
}

test.skipIf(noBrowser)('30 deltas a second draw only the cards they name and lose no typed character', async () => {
  await using app = await startRunningApp();
  await using browser = await openBrowser();
  const id = await running(app, 3);
  const page = await browser.openPage(app.url);
  await countDrawing(page);
  await page.addInitScript(() => {
    const hears = new Map<string, (event: { data: string }) => void>();
    Object.assign(globalThis, {
      push: (kind: string, data: unknown) => hears.get(kind)?.({ data: JSON.stringify(data) }),
      EventSource: class {
        readyState = 1;
        addEventListener(kind: string, hear: (event: { data: string }) => void) {
          hears.set(kind, hear);
        }
        close() {}
      },
    });
  });
  await page.goto(`/journeys/${id}?show=results`);
  await page.locator('[data-node="wait1"]').waitFor();
  const stats = await call<JourneyStats>(app, 'GET', `/v1/journeys/${id}/stats`);
  await page.evaluate((data) => (globalThis as unknown as Pushing).push('snapshot', data), stats);
  await page.getByRole('button', { name: '一覧を開く' }).click();
  const search = page.getByRole('searchbox');
  await search.click();
  await page.waitForTimeout(1500); // the first drawing is over
  const DELTAS = 150;
  const NAMED = ['wait1', 'hello'];
  const push = () =>
    page.evaluate(
      async ({ nodes, named, times }) => {
        const { push: say } = globalThis as unknown as Pushing;
        for (let i = 1; i <= times; i++) {
          const figures = { ...nodes['wait1'], entered: 100 + i, waiting: 50 + i, sent: i };
          say('delta', {
            at: new Date(i * 1000).toISOString(),
            nodes: Object.fromEntries(named.map((node) => [node, figures])),
          });
          await new Promise((resolve) => setTimeout(resolve, 1000 / 30));
        }
      },
      { nodes: stats.nodes, named: NAMED, times: DELTAS },
    );
  const text = 'the quick brown fox jumps over the lazy dog';
  const drawn = await drawnWhile(page, async () => {
    await Promise.all([push(), search.pressSequentially(text, { delay: 60 })]);
    expect(await search.inputValue()).toBe(text);
  });
  expect(drawn).toEqual({ cards: NAMED.length * DELTAS, ways: 0 });
  expect(await page.locator('[data-node="wait1"]').textContent()).toContain(String(50 + DELTAS));
  expect(browser.broken).toEqual([]);
});
