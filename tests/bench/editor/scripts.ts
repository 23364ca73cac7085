/// <reference lib="dom" />
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

/** JavaScript of a page in kilobytes, gzipped: what the browser really fetched. */
export interface Scripts {
  /** Asked for before the journey could be worked on: every byte of it is waited for. */
  needed: number;
  /** Fetched after that, while nothing else was to do: what lies ready for the first click. */
  later: number;
}

/** Opens a journey in a browser that has nothing of it yet, and weighs what comes until everything is there. */
export async function scriptsOf(page: Page, id: number): Promise<Scripts> {
  const fetched: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') fetched.push(response);
  });
  await page.addInitScript(markInteractive);
  await page.goto(`/journeys/${id}`);
  await page.waitForFunction(() => performance.getEntriesByName('tabiji:fetched').length > 0);
  const at = await page.evaluate(() => {
    const [mark] = performance.getEntriesByName('interactive');
    return mark ? performance.timeOrigin + mark.startTime : Promise.reject(new Error('it never became interactive'));
  });
  const sum: Scripts = { needed: 0, later: 0 };
  for (const response of fetched) {
    const when = response.request().timing().startTime <= at ? 'needed' : 'later';
    sum[when] += gzipSync(await response.body()).length / 1024;
  }
  return sum;
}

/** Runs in the page: notes when its cards have been painted and it has a moment to spare for whoever presses a key. */
function markInteractive(): void {
  const look = () => {
    if (!document.querySelector('[data-node]')) requestAnimationFrame(look);
    else requestAnimationFrame(() => requestIdleCallback(() => performance.mark('interactive')));
  };
  requestAnimationFrame(look);
}
