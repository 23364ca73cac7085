import { LOCALES } from '@tabiji/shared/locale.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noBrowser } from '../../support/browser.ts';
import { inBothSchemes, settled, show, wrong } from './axe.ts';
import { type Everything, openEverything } from './everything.ts';

const ALL_PAGES_MS = 300_000;

describe.skipIf(noBrowser)(`every page for everybody${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  let all: Everything;
  beforeAll(async () => {
    all = await openEverything();
  }, 240_000);
  afterAll(() => all[Symbol.asyncDispose]());

  test.each(LOCALES)(
    'has nothing serious for axe on any page, in light and dark, in %s',
    { timeout: ALL_PAGES_MS },
    async (locale) => {
      const page = await all.browser.openPage(all.app.url, { locale });
      const found: string[] = [];
      for (const path of all.pages) {
        await show(page, path);
        found.push(...(await inBothSchemes(page, path)));
      }
      expect(found).toEqual([]);
      await page.context().close();
    },
  );

  test.each([390, 320])(
    'fits %i px without scrolling sideways, and is right for axe there',
    { timeout: ALL_PAGES_MS },
    async (width) => {
      const page = await all.browser.openPage(all.app.url, { width, height: 844 });
      const found: string[] = [];
      for (const path of all.pages) {
        await show(page, path);
        await settled(page);
        if (width === 390) found.push(...(await wrong(page, path)));
        const over = await page.evaluate(() =>
          [document.documentElement, document.querySelector('main')!].map((box) => box.scrollWidth - box.clientWidth),
        );
        if (over.some((px) => px > 0)) found.push(`${path} is ${over.join(' and ')} px too wide`);
      }
      expect(found).toEqual([]);
      await page.context().close();
    },
  );
});
