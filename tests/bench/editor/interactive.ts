/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { openJourney } from './counted-page.ts';

/**
 * Milliseconds from the address to a journey that can be worked on, with a warm cache: its cards are painted, and the
 * page has a moment to spare for whoever presses a key.
 */
export async function interactiveMs(page: Page, id: number): Promise<number> {
  await openJourney(page, id);
  await page.goto('about:blank');
  await page.goto(`/journeys/${id}`, { waitUntil: 'commit' });
  await page.locator('[data-node]').first().waitFor({ timeout: 60_000 });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => requestIdleCallback(() => resolve(performance.now()))),
      ),
  );
}
