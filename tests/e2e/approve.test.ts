import type { JourneyGraph } from '@tabiji/shared/journey/graph.ts';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp } from '../support/running-app.ts';

const graph = (days: number): JourneyGraph => ({
  schema: 1,
  name: '承認を待つ',
  start: 'n1',
  settings: { reentry: 'once' },
  nodes: {
    n1: { type: 'start', config: { triggers: [{ on: 'first_purchase' }] }, next: { next: 'n2' } },
    n2: { type: 'wait', name: '様子を見る', config: { for: `P${days}D` }, next: { next: 'n3' } },
    n3: { type: 'exit', config: { reason: 'completed' }, next: {} },
  },
});

test.skipIf(noBrowser)(
  `two people: one asks, the other comments on a node and approves, a change takes it away${noBrowser ? ` (${noBrowser})` : ''}`,
  async () => {
    await using app = await startRunningApp();
    await using browser = await openBrowser();
    const call = async (method: string, path: string, body?: object) => {
      const answer = await fetch(`${app.url}/v1${path}`, {
        method,
        headers: { 'content-type': 'application/json', origin: app.url },
        ...(body && { body: JSON.stringify(body) }),
      });
      expect([path, answer.ok]).toEqual([path, true]);
      return (await answer.json()) as { id: number; rev: number };
    };
    await call('PATCH', '/workspace', { reviewRequired: true, reviewAlone: true });
    const { id, rev } = await call('POST', '/journeys', { graph: graph(3) });
    await call('PUT', `/journeys/${id}/review`, { reviewer: '林' });
    await call('POST', `/journeys/${id}/review/answer`, { state: 'approved', by: '林' });
    await call('POST', `/journeys/${id}/publish`, { rev });
    await call('PATCH', '/workspace', { reviewAlone: false });

    const person = async (name: string): Promise<Page> => {
      const page = await browser.openPage(app.url);
      const kept = JSON.stringify(JSON.stringify({ id: `id of ${name}`, name }));
      await page.addInitScript(`if (location.protocol === 'http:') localStorage.setItem('tabiji.person', ${kept});`);
      await page.goto(`/journeys/${id}`);
      await page
        .getByRole('button', { name: /^様子を見る/ })
        .first()
        .waitFor();
      return page;
    };
    const dialogOf = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
    const publish = (page: Page) => page.getByRole('button', { name: '公開…' }).click();
    const setDays = async (page: Page, days: number) => {
      await page
        .getByRole('button', { name: /^様子を見る/ })
        .first()
        .click();
      const field = page.getByRole('complementary').getByRole('textbox', { name: '期間', exact: true });
      await field.fill(String(days));
    };

    const oka = await person('岡');
    await setDays(oka, 5);
    await publish(oka);
    const asking = dialogOf(oka, '公開の確認');
    await asking.getByText('このワークスペースでは、同僚の承認がないと公開できません').waitFor();
    await asking.getByRole('checkbox', { name: /公開には同僚の承認が必要です/ }).check();
    await asking.getByRole('textbox', { name: '確認する人' }).fill('林');
    await asking.getByRole('textbox', { name: '伝えたいこと（任意）' }).fill('5日にしました');
    await asking.getByRole('button', { name: '確認を依頼する' }).click();
    await asking.getByText('林さんの確認待ち').waitFor();
    expect(await asking.getByRole('button', { name: '承認する' }).isDisabled()).toBe(true);

    // 林 looks while 岡 still draws.
    const hayashi = await person('林');
    await hayashi
      .getByRole('toolbar')
      .getByRole('button', { name: /の操作$/ })
      .click();
    await hayashi.getByRole('menuitem', { name: '確認と承認を開く' }).click();
    const review = dialogOf(hayashi, '確認と承認');
    await review.getByRole('list', { name: '変更' }).getByText('5日').first().waitFor();
    await review.getByRole('button', { name: '直しを求める' }).click();
    await review.getByText('直してほしいところを、コメントに書いてください。').waitFor();
    await keepPicture(hayashi, 'review-ja');
    await hayashi.keyboard.press('Escape');
    await hayashi
      .getByRole('button', { name: /^様子を見る/ })
      .first()
      .focus();
    await hayashi.keyboard.press('c');
    const drawer = dialogOf(hayashi, 'コメント');
    const text = drawer.getByRole('textbox', { name: 'コメント' });
    await text.waitFor();
    await text.fill('5日は長くないですか');
    await drawer.getByRole('button', { name: 'コメントする' }).click();
    await drawer.getByRole('listitem').getByText('5日は長くないですか').waitFor();
    expect(await drawer.getByRole('listitem').textContent()).toContain('様子を見る');
    await keepPicture(hayashi, 'comments-ja');
    await hayashi.keyboard.press('Escape');
    await hayashi
      .getByRole('button', { name: /^様子を見る.*コメント1件$/ })
      .first()
      .waitFor();

    // 岡 answers and settles it by keys, 林 approves, and the next change takes the approval away.
    await oka.keyboard.press('Escape');
    await oka.reload();
    await oka
      .getByRole('button', { name: /^様子を見る.*コメント1件$/ })
      .first()
      .focus();
    await oka.keyboard.press('c');
    const thread = dialogOf(oka, 'コメント').getByRole('listitem').first();
    await thread.getByRole('button', { name: '返信する…' }).click();
    await thread.getByRole('textbox', { name: '返信' }).fill('試してみます');
    await thread.getByRole('button', { name: '送る' }).click();
    await thread.getByText('試してみます').waitFor();
    await thread.getByRole('button', { name: '解決済みにする' }).click();
    await dialogOf(oka, 'コメント')
      .getByText(/未解決のコメントはありません/)
      .waitFor();
    await oka.keyboard.press('Escape');

    await hayashi
      .getByRole('toolbar')
      .getByRole('button', { name: /の操作$/ })
      .click();
    await hayashi.getByRole('menuitem', { name: '確認と承認を開く' }).click();
    await review.getByRole('button', { name: '承認する' }).click();
    await review.getByText('林さんが承認しました').waitFor();

    await setDays(oka, 7);
    await publish(oka);
    await asking.getByText('承認の後に下書きが変わりました').waitFor();
    await asking.getByRole('list', { name: '確認した後に変わったところ' }).getByText(/7日/).waitFor();
    await oka.keyboard.press('Escape');
    await setDays(oka, 5);
    await publish(oka);
    await asking.getByText('承認の後に下書きが変わりました').waitFor({ state: 'hidden' });
    await asking.getByRole('button', { name: 'v2 を公開する' }).click();
    await oka.getByText('v2 を公開しました').waitFor();

    await oka.getByRole('button', { name: /^公開中 v2/ }).click();
    const versions = dialogOf(oka, 'バージョンの一覧');
    await versions.getByText('承認の履歴').waitFor();
    await versions.getByText(/林さんが承認・.*（内容 [0-9a-f]{8}）/).waitFor();
    await keepPicture(oka, 'approval-history-ja');

    // The sheet for paper says so as well; a change that nobody has seen takes it away.
    await oka.keyboard.press('Escape');
    await versions.waitFor({ state: 'detached' });
    await oka.evaluate(
      'window.print = () => { window.printed = document.querySelector(".tabiji-sheet header")?.textContent; }',
    );
    const printed = async () => {
      await oka.evaluate('window.printed = undefined');
      await oka.keyboard.press('Control+p');
      await expect.poll(() => oka.evaluate('window.printed')).toBeTruthy();
      const head = String(await oka.evaluate('window.printed'));
      await oka.evaluate('window.dispatchEvent(new Event("afterprint"))');
      return head;
    };
    expect(await printed()).toMatch(/承認　林さん・.*（内容 [0-9a-f]{8}）$/);
    await setDays(oka, 9);
    expect(await printed()).toMatch(/未承認$/);
    expect(browser.broken).toEqual([]);
  },
);
