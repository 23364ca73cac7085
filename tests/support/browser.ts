import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from './find-chromium.ts';

const artifacts = path.resolve(import.meta.dirname, '../e2e/artifacts');

/** Why browser tests cannot run here, or nothing. */
export const noBrowser = findChromium() ? undefined : 'no Chromium was found; set TABIJI_CHROMIUM to one';

/** A real browser; every page that is opened fails the test when its own code breaks. */
export async function openBrowser() {
  await using stack = new AsyncDisposableStack();
  const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArguments });
  stack.defer(() => browser.close());
  const broken: string[] = [];
  const parts = stack.move();
  return {
    async openPage(url: string, { locale = 'ja', width = 1440, height = 900 } = {}): Promise<Page> {
      const tag = locale === 'ja' ? 'ja-JP' : 'en-US';
      const context = await browser.newContext({
        baseURL: url,
        locale: tag,
        timezoneId: 'Asia/Tokyo',
        viewport: { width, height },
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      page.on('pageerror', (error) => broken.push(error.stack ?? error.message));
      return page;
    },
    broken,
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

/** Keeps a picture of the page for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(artifacts, `${name}.png`) });
}
