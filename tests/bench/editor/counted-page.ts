/// <reference lib="dom" />
import type { Meter } from '../../../editor/src/journey/meter.ts';
import type { Page } from 'playwright-core';

/** From now on every page that is opened counts what it draws. */
export async function countDrawing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.tabijiMeter = { cards: 0, ways: 0, layout: [], checks: [] };
  });
}

/** What has been drawn since the page was opened. */
export const meterOf = (page: Page): Promise<Meter> =>
  page.evaluate(() => globalThis.tabijiMeter ?? Promise.reject(new Error('this page counts nothing')));

/** How often cards and lines were drawn while something was done, until the page had come to rest. */
export async function drawnWhile(page: Page, act: () => Promise<unknown>): Promise<{ cards: number; ways: number }> {
  const before = await meterOf(page);
  await act();
  await rest(page);
  const after = await meterOf(page);
  return { cards: after.cards - before.cards, ways: after.ways - before.ways };
}

/** Waits until everything that was caused has been painted. */
export const rest = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))),
  );

/** Opens a journey and waits for its first card. */
export async function openJourney(page: Page, id: number): Promise<void> {
  await page.goto(`/journeys/${id}`);
  await page.locator('[data-node]').first().waitFor();
  await page.waitForLoadState('networkidle');
  await rest(page);
}
