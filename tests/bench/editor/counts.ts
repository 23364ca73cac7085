import type { Page } from 'playwright-core';
import { drawnWhile, openJourney } from './counted-page.ts';
import { drag, type Smoothness, type Spot } from './pointer.ts';
import type { Call } from './shop.ts';

/** Moves of one drag: a second and a half. */
export const MOVES = 90;

/** Drags the second card of the journey across the canvas. */
export async function dragCard(page: Page): Promise<{ cards: number; ways: number } & Smoothness> {
  const from = await middleOf(page, 1);
  let smoothness: Smoothness | undefined;
  const along = (share: number): Spot => ({
    x: from.x + Math.sin(share * Math.PI * 2) * 260,
    y: from.y + Math.sin(share * Math.PI) * 340,
  });
  const drawn = await drawnWhile(page, async () => (smoothness = await drag(page, from, along, MOVES)));
  await page.keyboard.press('Escape');
  return { cards: drawn.cards / MOVES, ways: drawn.ways / MOVES, ...smoothness! };
}

/** Cards drawn for one digit typed into a wait's form. */
export async function typeIntoForm(page: Page): Promise<{ cards: number; ways: number }> {
  await page.locator('[data-node^="wait"]').first().click();
  const field = page.locator('[data-region="panel"] input[inputmode="numeric"]').first();
  await field.fill('1');
  await field.press('End');
  const typed = ['2', '1'];
  const drawn = await drawnWhile(page, async () => {
    for (const key of typed) await page.keyboard.press(key);
  });
  return { cards: drawn.cards / typed.length, ways: drawn.ways / typed.length };
}

/** Cards drawn for each node that new figures name, while a customer enters a published journey. */
export async function customerEnters(page: Page, id: number, call: Call): Promise<number> {
  const enter = async (customer: string, entered: string) => {
    await call('POST', '/v1/identify', { customer, lastName: '佐藤' });
    await call('POST', `/v1/journeys/${id}/enroll`, { customers: [customer] });
    await page.locator('[data-node="start"]').getByText(entered, { exact: true }).waitFor();
  };
  await openJourney(page, id);
  await enter('first', '1');
  const { cards } = await drawnWhile(page, () => enter('second', '2'));
  const { nodes } = await call<{ nodes: Record<string, { entered: number }> }>(
    'GET',
    `/v1/journeys/${id}/stats`,
    undefined,
  );
  return cards / Object.values(nodes).filter(({ entered }) => entered === 2).length;
}

async function middleOf(page: Page, nth: number): Promise<Spot> {
  const box = await page.locator('[data-node]').nth(nth).boundingBox();
  if (!box) throw new Error('the card is not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
