import { readGallery } from '@tabiji/server/templates/gallery.ts';
import { expect, test } from 'vitest';
import { keepPicture, noBrowser, openBrowser } from '../support/browser.ts';
import { startRunningApp, type RunningApp } from '../support/running-app.ts';
import { JourneyCanvas } from './journey-canvas.ts';
import { importFile, moveTimeOn } from './shop-pages.ts';

const customers = `顧客番号,姓,名,メール
c1,佐藤,花子,hanako@example.com
c2,鈴木,太郎,taro@example.com
`;
/** Orders of these customers as a shop exports them, placed just now in the workspace's time. */
async function orders({ url }: RunningApp, ...placed: [id: string, customer: string][]): Promise<string> {
  const answer = await fetch(`${url}/v1/workspace`);
  const { now } = (await answer.json()) as { now: string };
  return `注文番号,顧客番号,注文日時,金額\n${placed.map(([id, customer]) => `${id},${customer},${now},3980\n`).join('')}`;
}

/** The two mails, through the API: writing them is another page's test. */
async function writeMails({ url }: RunningApp) {
  const gallery = await readGallery();
  for (const key of ['second-purchase', 'restart-guide']) {
    const template = gallery.find((each) => each.key === key);
    if (!template) throw new Error(`the gallery has no ${key}`);
    const body = JSON.stringify({ name: template.name.ja, subject: template.subject, mjml: template.mjml });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/v1/templates/${key}`, { method: 'PUT', headers, body });
    expect(answer.status).toBe(200);
  }
}

test.skipIf(noBrowser)(
  `a journey built by clicking runs over imported purchases${noBrowser ? ` (${noBrowser})` : ''}`,
  async () => {
    await using app = await startRunningApp();
    await using browser = await openBrowser();
    await writeMails(app);
    const page = await browser.openPage(app.url);
    await importFile(page, '顧客', 'customers.csv', customers);

    await page.goto('/journeys');
    await page.getByRole('button', { name: '新規ジャーニー' }).first().click();
    await page.getByRole('button', { name: '空から' }).click();
    const canvas = new JourneyCanvas(page);
    await canvas.panel.getByRole('button', { name: /^初回購入/ }).click();
    await canvas.add('開始', '待つ');
    await canvas.wait(14, '18:00');
    await canvas.add('待つ', '分岐');
    await canvas.branch('2回目の購入');
    await canvas.add('あり', '終了');
    await canvas.exit('came_back');
    await canvas.add('なし', 'メール');
    await canvas.email('二回目のご案内');
    await canvas.add('メール', '待つ');
    await canvas.wait(30, '18:00');
    await canvas.add('待つ', '分岐');
    await canvas.branch('直前のメールの後に購入');
    await canvas.add('あり', '終了');
    await canvas.exit('came_back');
    await canvas.add('なし', 'メール');
    await canvas.email('残っていませんか');
    await canvas.add('メール', '終了');
    await canvas.saved();
    await keepPicture(page, 'built-ja');

    const id = Number(/journeys\/(\d+)/.exec(page.url())?.[1]);
    const draft = await fetch(`${app.url}/v1/journeys/${id}`).then(
      (answer) => answer.json() as Promise<{ graph: Graph }>,
    );
    expect(shapeOf(draft.graph)).toEqual([
      ['start', { triggers: [{ on: 'first_purchase' }] }],
      ['wait', { for: 'P14D', at: '18:00' }],
      [
        'branch',
        { branches: [{ port: 'yes', when: { orders: 'count', op: 'gte', value: 1, since: 'entered' } }], else: 'no' },
      ],
      ['exit', { reason: 'came_back' }],
      ['email', { template: 'second-purchase' }],
      ['wait', { for: 'P30D', at: '18:00' }],
      [
        'branch',
        {
          branches: [
            {
              port: 'yes',
              when: { orders: 'count', op: 'gte', value: 1, since: { node: expect.stringMatching(/^email-/) } },
            },
          ],
          else: 'no',
        },
      ],
      ['exit', { reason: 'came_back' }],
      ['email', { template: 'restart-guide' }],
      ['exit', { reason: 'completed' }],
    ]);
    await canvas.publish();

    await importFile(page, '注文', 'first.csv', await orders(app, ['o1', 'c1'], ['o2', 'c2']), true);
    await moveTimeOn(page, 10);
    await importFile(page, '注文', 'second.csv', await orders(app, ['o3', 'c2']), true);
    await moveTimeOn(page, 5);
    await page.goto(`/journeys/${id}`);
    await canvas.card('開始').getByText('2', { exact: true }).waitFor();
    await canvas.card('終了。 理由：came_back').first().getByText('1', { exact: true }).waitFor();
    await moveTimeOn(page, 31);

    await page.goto('/letters');
    const lines = page.getByRole('navigation', { name: 'メールの一覧' }).getByRole('link');
    await expect.poll(() => lines.count(), { timeout: 15_000 }).toBe(2);
    await lines.filter({ hasText: '佐藤様、その後いかがですか' }).click();
    await page
      .frameLocator('iframe')
      .getByText(/佐藤様/)
      .first()
      .waitFor();
    await keepPicture(page, 'letters-ja');
    await takePictures(app, browser, id);
    expect(browser.broken).toEqual([]);
  },
  240_000,
);

interface Graph {
  start: string;
  nodes: Record<string, { type: string; config: unknown; next: Record<string, string | null> }>;
}

/** Types and configurations in the order in which the journey is walked, first ports first. */
function shapeOf({ start, nodes }: Graph): [string, unknown][] {
  const walk = (id: string): [string, unknown][] => {
    const node = nodes[id];
    if (!node) return [];
    return [[node.type, node.config], ...Object.values(node.next).flatMap((next) => (next ? walk(next) : []))];
  };
  return walk(start);
}

/** Canvas, inspector, letters and timeline in both languages, for people to look at. */
async function takePictures(app: RunningApp, browser: Awaited<ReturnType<typeof openBrowser>>, id: number) {
  const letters = await fetch(`${app.url}/v1/letters`).then(
    (answer) => answer.json() as Promise<{ letters: { id: number; customerId: number }[] }>,
  );
  for (const locale of ['ja', 'en']) {
    const page = await browser.openPage(app.url, { locale });
    await page.goto(`/journeys/${id}`);
    await page
      .getByRole('button', { name: locale === 'ja' ? /^待つ/ : /^Wait/ })
      .first()
      .click();
    await page.waitForLoadState('networkidle');
    await keepPicture(page, `canvas-${locale}`);
    await page
      .getByRole('button', { name: locale === 'ja' ? /^メール/ : /^Email/ })
      .first()
      .click();
    await page.waitForLoadState('networkidle');
    await page.frameLocator('iframe').getByText(/様/).first().waitFor();
    await keepPicture(page, `inspector-${locale}`);
    await page.goto(`/letters/${letters.letters[0]?.id}`);
    await page
      .frameLocator('iframe')
      .getByText(/佐藤様/)
      .first()
      .waitFor();
    await keepPicture(page, `letters-${locale}`);
    await page.goto(`/customers/${letters.letters[0]?.customerId}`);
    await page.waitForLoadState('networkidle');
    await keepPicture(page, `timeline-${locale}`);
  }
}
