import type { Page } from 'playwright-core';

/** The journeys that states are opened on. */
export interface Journeys {
  /** Published, with people inside. */
  running: number;
  /** Published, with people inside and a draft that differs. */
  changed: number;
}

interface State {
  of: keyof Journeys;
  /** The card or row that has the focus first. */
  card?: string;
  open: (page: Page, id: number) => Promise<void>;
}

const dialogOf = (page: Page) => page.getByRole('dialog').last();
const mode = (page: Page, name: RegExp) =>
  page
    .getByRole('radiogroup', { name: /^(表示の切り替え|View)$/ })
    .getByText(name)
    .click();
const people = (page: Page) => page.getByRole('region', { name: /^(人|People)$/ });
const showPeople = async (page: Page) => {
  await page
    .locator('[data-node="wait1"]')
    .filter({ hasText: /(待機|Waiting)\s*[1-9]/ })
    .waitFor();
  await page.keyboard.press('w');
  await people(page).getByRole('listitem').first().waitFor();
};
const showPublish = async (page: Page) => {
  await page.getByRole('button', { name: /^(公開…|Publish…)$/ }).click();
  await dialogOf(page)
    .getByRole('list', { name: /^(変更|Changes)$/ })
    .waitFor();
};

/** Somebody else saves another value of the first wait while this window is offline. */
async function contradict(page: Page, id: number): Promise<void> {
  const days = page.getByRole('complementary').getByRole('textbox', { name: /^(期間|How long)$/ });
  await days.waitFor(); // its code is not to be fetched without a network
  await page.context().setOffline(true);
  await days.fill('9');
  await page
    .locator('output')
    .filter({ hasText: /オフライン|Offline/ })
    .first()
    .waitFor();
  const { origin } = new URL(page.url());
  const call = (path: string, init?: RequestInit) => fetch(`${origin}/v1/journeys/${id}${path}`, init);
  const { rev } = (await (await call('')).json()) as { rev: number };
  const headers = {
    'content-type': 'application/json',
    'tabiji-person': String(new URLSearchParams({ id: 'b', name: 'ベン', tab: 'b' })),
  };
  const patches = [{ op: 'set', path: ['nodes', 'wait1', 'config', 'for'], value: `P${20 + (rev % 60)}D` }];
  const answer = await call('/draft', { method: 'PATCH', headers, body: JSON.stringify({ base: rev, patches }) });
  if (!answer.ok) throw new Error(`PATCH ${answer.status} ${await answer.text()}`);
  await page.context().setOffline(false);
  await page
    .getByRole('dialog', { name: /も同じところを変更しました|changed the same thing/ })
    .getByRole('radiogroup')
    .first()
    .waitFor();
}

/** What the page of a journey can be turned into, each from a fresh load. */
export const STATES: Readonly<Record<string, State>> = {
  picker: {
    of: 'running',
    open: async (page) => {
      await page.keyboard.press('n');
      await page.getByRole('listbox').waitFor();
    },
  },
  menu: {
    of: 'running',
    card: 'wait1',
    open: async (page) => {
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menu').waitFor();
    },
  },
  keys: {
    of: 'running',
    open: async (page) => {
      await page.keyboard.press('?');
      await dialogOf(page).waitFor();
    },
  },
  palette: {
    of: 'running',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('listbox').waitFor();
    },
  },
  find: {
    of: 'running',
    open: async (page) => {
      await page.keyboard.press('Control+f');
      await page.locator('search').getByRole('textbox').fill('a');
    },
  },
  json: {
    of: 'running',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await dialogOf(page).getByRole('combobox').fill('JSON');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await dialogOf(page).locator('pre, textarea').first().waitFor();
    },
  },
  pause: {
    of: 'running',
    open: async (page) => {
      await page
        .getByRole('toolbar')
        .getByRole('button', { name: /の操作$|^Actions on/ })
        .click();
      await page.getByRole('menuitem', { name: /^(一時停止…|Pause…)$/ }).click();
      await dialogOf(page).waitFor();
    },
  },
  problems: {
    of: 'running',
    open: async (page) => {
      await page
        .getByRole('toolbar')
        .getByRole('button', { name: /問題|[Pp]roblem/ })
        .click();
      await dialogOf(page).waitFor();
    },
  },
  results: {
    of: 'running',
    open: async (page) => {
      await page.keyboard.press('Escape');
      await mode(page, /^(実績|Results)$/);
      await page
        .getByText(/^(今いる人|Inside now)$/)
        .first()
        .waitFor();
    },
  },
  people: { of: 'running', card: 'wait1', open: showPeople },
  person: {
    of: 'running',
    card: 'wait1',
    open: async (page) => {
      await showPeople(page);
      await people(page)
        .getByRole('button', { name: /の操作$|^Actions for/ })
        .first()
        .click();
      await page.getByRole('menu').waitFor();
    },
  },
  moveAll: {
    of: 'running',
    card: 'wait1',
    open: async (page) => {
      await showPeople(page);
      await people(page)
        .getByRole('button', { name: /^(まとめて操作|For all of them)$/ })
        .click();
      await page.getByRole('menuitem', { name: /^(全員を進める…|Move all on…)$/ }).click();
      await dialogOf(page).waitFor();
    },
  },
  publish: { of: 'changed', open: showPublish },
  effect: {
    of: 'changed',
    open: async (page) => {
      await showPublish(page);
      await dialogOf(page)
        .getByRole('tab', { name: /^(影響|Effect)$/ })
        .click();
    },
  },
  picture: {
    of: 'changed',
    open: async (page) => {
      await showPublish(page);
      await dialogOf(page)
        .getByRole('button', { name: /^(キャンバスで差分を見る|Show the changes on the canvas)$/ })
        .click();
      await page.getByRole('dialog', { name: /v1/ }).locator('svg').first().waitFor();
    },
  },
  versions: {
    of: 'changed',
    open: async (page) => {
      await page.getByRole('button', { name: /^(公開中|Live) v1/ }).click();
      await dialogOf(page).getByRole('button', { name: /^v1/ }).first().click();
    },
  },
  review: {
    of: 'changed',
    open: async (page, id) => {
      await fetch(`${new URL(page.url()).origin}/v1/journeys/${id}/review`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reviewer: '林', text: '見てください' }),
      });
      await page
        .getByRole('toolbar')
        .getByRole('button', { name: /の操作$|^Actions on/ })
        .click();
      await page.getByRole('menuitem', { name: /^(確認と承認を開く|Open review and approval)$/ }).click();
      await dialogOf(page)
        .getByRole('button', { name: /^(承認する|Approve)$/ })
        .waitFor();
    },
  },
  // The last of that journey: what was typed without a network is still asked about at the next visit.
  conflict: { of: 'changed', card: 'wait1', open: contradict },
  test: {
    of: 'running',
    open: async (page) => {
      await page.keyboard.press('Control+Enter');
      await page.getByRole('complementary', { name: /^(タイムマシン|Time machine)$/ }).waitFor();
    },
  },
  comments: {
    of: 'running',
    card: 'wait1',
    open: async (page) => {
      await page.keyboard.press('c');
      const drawer = page.getByRole('dialog', { name: /^(コメント|Comments)$/ });
      const text = drawer.getByRole('textbox', { name: /^(コメント|Comment)$/ });
      await text.fill('3日では短い');
      await drawer.getByRole('button', { name: /^(コメントする|Comment)$/ }).click();
      await drawer.getByRole('listitem').first().waitFor();
    },
  },
  rehearsal: {
    of: 'running',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await dialogOf(page)
        .getByRole('combobox')
        .fill((await page.locator('html').getAttribute('lang')) === 'ja' ? '自分に送る' : 'to me');
      await page
        .getByRole('option', { name: /自分に送る|to me/ })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page
        .getByRole('dialog', { name: /^(ジャーニー全体を自分に送る|Send the whole journey to me)$/ })
        .getByRole('listitem')
        .first()
        .waitFor();
    },
  },
  // A page of its own: the journey is made here, and opens with its sample customer under way.
  trace: {
    of: 'running',
    open: async (page) => {
      await page.goto('/journeys');
      await page
        .getByRole('button', { name: /^(新規ジャーニー|New journey)$/ })
        .first()
        .click();
      await page
        .getByRole('list', { name: /^(用意された道|Ready-made journeys)$/ })
        .getByRole('button', { name: /引き上げ|From trial to regular/ })
        .click();
      const trace = page.getByRole('list', { name: /^(起きること|What happens)$/ });
      await trace
        .getByRole('button', { name: /^(なぜ？|Why\?)$/ })
        .first()
        .click();
    },
  },
  // The last: it is kept for the next page.
  outline: {
    of: 'running',
    open: async (page) => {
      await page.keyboard.press('o');
      await page.getByRole('tree').waitFor();
    },
  },
};
