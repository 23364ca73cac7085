import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';

const graph: JourneyGraph = {
  schema: 1,
  name: 'ふたりで描く',
  start: 'n1',
  settings: { reentry: 'once' },
  nodes: {
    n1: { type: 'start', config: { triggers: [{ on: 'first_purchase' }] }, next: { next: 'n2' } },
    n2: { type: 'wait', name: '一つ目', config: { for: 'P3D' }, next: { next: 'n3' } },
    n3: { type: 'wait', name: '二つ目', config: { for: 'P5D' }, next: { next: 'n4' } },
    n4: { type: 'exit', config: { reason: 'completed' }, next: {} },
  },
};

describe.skipIf(noBrowser)(`two people, one journey${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let app: RunningApp;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    app = await startRunningApp();
    browser = await openBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await app[Symbol.asyncDispose]();
    if (browser.broken.length > 0) throw new Error(browser.broken.join('\n'));
  });

  const call = async (method: string, path: string, body?: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${app.url}/v1/journeys${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(answer.ok).toBe(true);
    return (await answer.json()) as { id: number; graph: JourneyGraph; rev: number };
  };
  const begin = async (name = graph.name) => (await call('POST', '', { graph: { ...graph, name } })).id;
  const stored = async (id: number) => (await call('GET', `/${id}`)).graph;
  const configOf = async (id: number, node: string) => (await stored(id)).nodes[node]?.config;

  /** A browser of its own, whose person has a name. */
  const person = async (name: string): Promise<Page> => {
    const page = await browser.openPage(app.url);
    const kept = JSON.stringify(JSON.stringify({ id: `id of ${name}`, name }));
    await page.addInitScript(`if (location.protocol === 'http:') {
      localStorage.setItem('tabiji.person', ${kept});
      const real = fetch; // the server is away where the window says so
      globalThis.fetch = (...asked) => sessionStorage.away ? Promise.reject(new TypeError('away')) : real(...asked);
    }`);
    return page;
  };
  const open = async (page: Page, id: number) => {
    await page.goto(`/journeys/${id}`);
    await page
      .getByRole('button', { name: /^(一つ目|開始)/ })
      .first()
      .waitFor();
  };
  const daysOf = (page: Page) => page.getByRole('complementary').getByRole('textbox', { name: '期間', exact: true });
  const setDays = async (page: Page, card: RegExp, days: number) => {
    await page.getByRole('button', { name: card }).first().click();
    await daysOf(page).fill(String(days));
  };
  /** Without the server from now on; the form that is to be filled in is here already. */
  const goOffline = async (page: Page, card: RegExp) => {
    await page.getByRole('button', { name: card }).first().click();
    await daysOf(page).waitFor();
    await page.context().setOffline(true);
  };
  const undo = (page: Page) => page.getByRole('button', { name: /^元に戻す：/ }).click();
  const chip = (page: Page, text: RegExp) => page.locator('output').filter({ hasText: text }).first();

  test('the second person watches live, takes over after the notice, and the first watches then', async () => {
    const id = await begin();
    const [aki, ben] = [await person('秋'), await person('ベン')];
    await open(aki, id);
    await setDays(aki, /^一つ目/, 4);
    await open(ben, id);
    await ben.getByText('秋さんが編集中').waitFor();
    await ben.getByRole('button', { name: /^一つ目。 4日後/ }).waitFor();
    await setDays(aki, /^一つ目/, 14);
    await ben.getByRole('button', { name: /^一つ目。 14日後/ }).waitFor();
    await ben.getByRole('button', { name: /^一つ目/ }).click();
    const field = daysOf(ben);
    await field.focus();
    expect(await field.getAttribute('readonly')).not.toBeNull();
    await ben.keyboard.type('9');
    expect(await field.inputValue()).toBe('14');
    await keepPicture(ben, 'watching-ja');
    await ben.getByRole('button', { name: '編集を引き継ぐ' }).click();
    await aki.getByText('ベンさんが編集を引き継ごうとしています').waitFor();
    await aki.getByText(/あと\d+秒で引き継がれます/).waitFor();
    await ben.getByText(/あと\d+秒で引き継ぎます/).waitFor();
    await keepPicture(aki, 'asked-ja');
    await aki.getByRole('button', { name: '今すぐ渡す' }).click();
    await aki.getByText('ベンさんが編集中').waitFor();
    await ben.getByText('ここで編集できるようになりました。').waitFor();
    await setDays(ben, /^二つ目/, 6);
    await aki.getByRole('button', { name: /^二つ目。 6日後/ }).waitFor();
    expect(await configOf(id, 'n2')).toMatchObject({ for: 'P14D' });
  });

  test('people who gave no name hear of each other, too', async () => {
    const id = await begin();
    const [one, other] = [await browser.openPage(app.url), await browser.openPage(app.url)];
    await open(one, id);
    await open(other, id);
    await other.getByText('ほかの人が編集中').waitFor();
    await other.getByRole('button', { name: '編集を引き継ぐ' }).click();
    await one.getByText('ほかの人が編集を引き継ごうとしています').waitFor();
    await one.getByRole('button', { name: '今すぐ渡す' }).click();
    await other.getByText('ここで編集できるようになりました。').waitFor();
    await setDays(other, /^二つ目/, 6);
    await one.getByRole('button', { name: /^二つ目。 6日後/ }).waitFor();
    expect(await one.getByText('ほかの人が編集中').isVisible()).toBe(true);
  });

  test('drawn offline by one and online by the other: different values are both kept', async () => {
    const id = await begin();
    const aki = await person('秋');
    await open(aki, id);
    await goOffline(aki, /^一つ目/);
    await setDays(aki, /^一つ目/, 9);
    await chip(aki, /^オフライン – この端末に保存/).waitFor();
    expect(await aki.getByText(/^保存済み/).count()).toBe(0);
    await keepPicture(aki, 'offline-ja');
    await call('PATCH', `/${id}/draft`, {
      base: 1,
      patches: [{ op: 'set', path: ['nodes', 'n3', 'config', 'for'], value: 'P8D' }],
    });
    await aki.context().setOffline(false);
    await chip(aki, /^保存済み/).waitFor();
    await aki.getByRole('button', { name: /^二つ目。 8日後/ }).waitFor();
    expect([await configOf(id, 'n2'), await configOf(id, 'n3')]).toEqual([{ for: 'P9D' }, { for: 'P8D' }]);
  });

  test('the same value changed by both is shown to choose; the choice can be undone', async () => {
    const id = await begin();
    const aki = await person('秋');
    await open(aki, id);
    await goOffline(aki, /^一つ目/);
    await setDays(aki, /^一つ目/, 9);
    await chip(aki, /^オフライン/).waitFor();
    const headers = {
      'content-type': 'application/json',
      'tabiji-person': String(new URLSearchParams({ id: 'b', name: 'ベン', tab: 'b' })),
    };
    const patches = [{ op: 'set', path: ['nodes', 'n2', 'config', 'for'], value: 'P7D' }];
    const body = JSON.stringify({ base: 1, patches });
    expect((await fetch(`${app.url}/v1/journeys/${id}/draft`, { method: 'PATCH', headers, body })).status).toBe(200);
    await aki.context().setOffline(false);
    const dialog = aki.getByRole('dialog', { name: 'ベンさんも同じところを変更しました' });
    await dialog.waitFor();
    await dialog.getByText('7日後に進む').waitFor();
    await dialog.getByText('9日後に進む').waitFor();
    await keepPicture(aki, 'conflict-ja');
    expect(await configOf(id, 'n2')).toEqual({ for: 'P7D' });
    await dialog.getByRole('radio', { name: /^両方/ }).last().click();
    await dialog.getByRole('button', { name: '決定する' }).click();
    await chip(aki, /^保存済み/).waitFor();
    const lengths = Object.values((await stored(id)).nodes).flatMap(({ config }) => config['for'] ?? []);
    expect(lengths).toEqual(['P7D', 'P5D', 'P9D']);
    await undo(aki);
    await expect.poll(() => configOf(id, 'n2')).toEqual({ for: 'P9D' });
  });

  test('a network that breaks in the middle of a save never lets the chip say it was saved', async () => {
    const id = await begin();
    const aki = await person('秋');
    await open(aki, id);
    const said: string[] = [];
    await aki.exposeFunction('heard', (text: string) => said.push(text));
    await aki.evaluate(`{
      const bar = document.querySelector('[data-region="toolbar"]');
      const tell = () => heard(bar.querySelector('output')?.textContent ?? '');
      new MutationObserver(tell).observe(bar, { childList: true, subtree: true, characterData: true });
    }`);
    await aki.route('**/draft', (route) => route.abort('connectionreset'));
    await setDays(aki, /^一つ目/, 9);
    await chip(aki, /^オフライン/).waitFor();
    await aki.waitForTimeout(6000); // one more attempt
    expect(said.filter((text) => text.startsWith('保存済み'))).toEqual([]);
    expect(said.some((text) => text.startsWith('保存中'))).toBe(true);
    await aki.unroute('**/draft');
    await chip(aki, /^保存済み/).waitFor();
    expect(await configOf(id, 'n2')).toEqual({ for: 'P9D' });
  });

  test('what was drawn without the server is there after a reload, with the way back, and is sent when it can be', async () => {
    const id = await begin();
    const aki = await person('秋');
    await open(aki, id);
    await setDays(aki, /^一つ目/, 9);
    await chip(aki, /^保存済み/).waitFor();
    await aki.evaluate('sessionStorage.away = true');
    await setDays(aki, /^二つ目/, 11);
    await chip(aki, /^オフライン/).waitFor();
    aki.on('dialog', (dialog) => void dialog.accept());
    await aki.reload();
    await aki.getByRole('button', { name: /^二つ目。 11日後/ }).waitFor();
    expect(await configOf(id, 'n3')).toEqual({ for: 'P5D' });
    await aki.evaluate('delete sessionStorage.away');
    await chip(aki, /^保存済み/).waitFor();
    expect(await configOf(id, 'n3')).toEqual({ for: 'P11D' });
    await undo(aki);
    await undo(aki);
    await aki.getByRole('button', { name: /^一つ目。 3日後/ }).waitFor();
    await expect.poll(() => stored(id)).toEqual(graph);
  });

  test('Back and Forward never carry one journey’s changes into another', async () => {
    const [first, second] = [await begin('一番'), await begin('二番')];
    const aki = await person('秋');
    await open(aki, first);
    await aki.goto(`/journeys/${second}`);
    await aki.getByRole('heading', { name: '二番' }).waitFor();
    await setDays(aki, /^一つ目/, 21);
    await aki.goBack();
    await aki.goto(`/journeys/${first}`);
    await aki.getByRole('heading', { name: '一番' }).waitFor();
    await setDays(aki, /^二つ目/, 31);
    await aki.goBack();
    await aki.goForward();
    await expect
      .poll(async () => [await configOf(first, 'n2'), await configOf(first, 'n3')])
      .toEqual([{ for: 'P3D' }, { for: 'P31D' }]);
    await expect
      .poll(async () => [await configOf(second, 'n2'), await configOf(second, 'n3')])
      .toEqual([{ for: 'P21D' }, { for: 'P5D' }]);
    expect([(await stored(first)).name, (await stored(second)).name]).toEqual(['一番', '二番']);
  });

  test('somebody else’s draft is announced; the published version is shown first', async () => {
    const id = await begin('公開済み');
    await call('POST', `/${id}/publish`, { rev: 1 });
    const [aki, ben] = [await person('秋'), await person('ベン')];
    await open(aki, id);
    await setDays(aki, /^一つ目/, 9);
    await chip(aki, /^保存済み/).waitFor();
    await aki.close();
    await open(ben, id);
    await ben.getByText('秋さんの下書きがあります').waitFor();
    await ben.getByRole('button', { name: /^一つ目。 3日後/ }).waitFor();
    await keepPicture(ben, 'beside-ja');
    await ben.getByRole('button', { name: '見る' }).click();
    await ben.getByRole('button', { name: /^一つ目。 9日後/ }).waitFor();
    await ben.getByRole('button', { name: '破棄' }).click();
    await ben.getByRole('button', { name: /^一つ目。 3日後/ }).waitFor();
    await chip(ben, /^保存済み/).waitFor();
    expect(await configOf(id, 'n2')).toEqual({ for: 'P3D' });
    await undo(ben);
    await expect.poll(() => configOf(id, 'n2')).toEqual({ for: 'P9D' });
  });
});
