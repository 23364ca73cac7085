import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';

/** Kilobytes of JavaScript, gzipped, that a page fetches while something is done: what the browser really loaded. */
export async function scriptsWhile(page: Page, act: () => Promise<unknown>): Promise<number> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body());
  });
  await act();
  return (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0) / 1024;
}
